using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsSite.Jobs.Applications;

/// <summary>Whether a part of an application is asked for.</summary>
public enum ApplyPart
{
    Optional,
    Required,
    NotAsked,
}

public enum QuestionKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Text,
    YesNo,

    /// <summary>One of <see cref="ApplyQuestion.Choices"/>.</summary>
    Choice,
}

/// <summary>A question of the employer to whoever applies.</summary>
public sealed record ApplyQuestion
{
    public const int MaxText = 300;
    public const int MaxChoices = 10;
    public const int MaxChoice = 100;

    public required string Text { get; init; }
    public QuestionKind Kind { get; init; }
    public bool IsRequired { get; init; }

    /// <summary>Of a choice; empty for the others.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it can be asked; the form says beside the field what is missing.</summary>
    public bool IsSound =>
        Text.Trim().Length is > 0 and <= MaxText
        && (Kind == QuestionKind.Choice ? Choices.Count is >= 2 and <= MaxChoices && Choices.All(choice => choice.Trim().Length is > 0 and <= MaxChoice) : Choices.Count == 0);
}

/// <summary>What a posting that takes applications on this site asks for beside name and address. A posting without one sends applicants elsewhere.</summary>
public sealed record ApplyForm
{
    public const int MaxQuestions = 10;

    /// <summary>Name, address, and a CV or a letter.</summary>
    public static readonly ApplyForm Plain = new();

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public ApplyPart Cv { get; init; }
    public ApplyPart Letter { get; init; }
    public IReadOnlyList<ApplyQuestion> Questions { get; init; } = [];

    /// <summary>Where neither is required but both are asked for, one of them is: an application of a name alone says nothing.</summary>
    public bool NeedsCvOrLetter => Cv == ApplyPart.Optional && Letter == ApplyPart.Optional;

    public bool IsSound => Questions.Count <= MaxQuestions && Questions.All(question => question.IsSound);

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static ApplyForm Stored(string json) => JsonSerializer.Deserialize<ApplyForm>(json, Json)!;
}
