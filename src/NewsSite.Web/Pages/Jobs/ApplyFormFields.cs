using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Applications;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>The part of a posting's form that says what applicants are asked, as it is typed.</summary>
public sealed class ApplyFormFields
{
    /// <summary>Rows for questions; those without a text do not count.</summary>
    public const int Rows = 5;

    public string? Cv { get; set; }
    public string? Letter { get; set; }
    public IList<QuestionFields> Questions { get; set; } = [];

    public static ApplyFormFields Of(ApplyForm? form) => new()
    {
        Cv = (form ?? ApplyForm.Plain).Cv.ToString(),
        Letter = (form ?? ApplyForm.Plain).Letter.ToString(),
        Questions = [.. (form ?? ApplyForm.Plain).Questions.Select(question => new QuestionFields { Text = question.Text, Kind = question.Kind.ToString(), Choices = string.Join("; ", question.Choices), IsRequired = question.IsRequired })],
    };

    /// <param name="name">Of these fields in the form, such as Form.Applying.</param>
    /// <param name="state">What is wrong is added to it.</param>
    /// <param name="texts">The words for that.</param>
    public ApplyForm Read(string name, ModelStateDictionary state, IStringLocalizer<Interface> texts)
    {
        var questions = new List<ApplyQuestion>();
        foreach (var (row, fields) in Questions.Take(ApplyForm.MaxQuestions).Index())
        {
            if (string.IsNullOrWhiteSpace(fields.Text))
                continue;
            var question = fields.Read();
            if (question.Text.Length > ApplyQuestion.MaxText)
                state.AddModelError($"{name}.Questions[{row}].Text", texts["At most {0} characters; these are {1}.", ApplyQuestion.MaxText, question.Text.Length]);
            else if (!question.IsSound)
                state.AddModelError($"{name}.Questions[{row}].Choices", texts["Please give 2 to {0} answers to choose from, with a semicolon between, each of at most {1} characters.", ApplyQuestion.MaxChoices, ApplyQuestion.MaxChoice]);
            questions.Add(question);
        }
        return new ApplyForm { Cv = Part(Cv), Letter = Part(Letter), Questions = questions };
    }

    private static ApplyPart Part(string? typed) => Enum.TryParse<ApplyPart>(typed, out var part) && Enum.IsDefined(part) ? part : ApplyPart.Optional;
}

/// <summary>A row for a question.</summary>
public sealed class QuestionFields
{
    public string? Text { get; set; }
    public string? Kind { get; set; }

    /// <summary>Parted by semicolons; counts where one answer is chosen.</summary>
    public string? Choices { get; set; }
    public bool IsRequired { get; set; }

    internal ApplyQuestion Read()
    {
        var kind = Enum.TryParse<QuestionKind>(Kind, out var asked) && Enum.IsDefined(asked) ? asked : QuestionKind.Line;
        return new ApplyQuestion
        {
            Text = string.Join(' ', (Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            Kind = kind,
            IsRequired = IsRequired,
            Choices = kind == QuestionKind.Choice ? [.. (Choices ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)] : [],
        };
    }
}
