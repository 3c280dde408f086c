using System.Text.Json;
using System.Text.Json.Serialization;
using NewsSite.Jobs.Applications;
using NewsSite.Platform.Html;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Jobs.Postings;

/// <summary>A place of work, as an employer gives it.</summary>
/// <param name="Country">ISO 3166.</param>
public sealed record ContentPlace(string Town, string PostalCode, string Country);

/// <summary>A part of what an employer says of a job.</summary>
public enum PostingField
{
    Title,
    Description,
    Language,
    Category,
    Contract,
    Hours,
    Workplace,
    Places,
    LanguagesAsked,
    Salary,
    Applying,
    Contact,
    Reference,
    StartsOn,
    ClosesAt,
}

/// <summary>
/// All that an employer says of a job, in one piece: what a form gives, what readers do not see yet, what a template holds. It says nothing of
/// where the posting stands.
/// </summary>
public sealed record PostingContent
{
    private static readonly JsonSerializerOptions Stored = new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter(), new BlocksAsText() } };

    /// <summary>The advert's.</summary>
    public required string Language { get; init; }
    public required string Title { get; init; }
    public required BlockDocument Description { get; init; }

    /// <summary>The category's slug; null: none.</summary>
    public string? Category { get; init; }
    public Contract? Contract { get; init; }
    public Hours? Hours { get; init; }
    public Workplace Workplace { get; init; }
    public IReadOnlyList<ContentPlace> Places { get; init; } = [];

    /// <inheritdoc cref="Posting.Countries"/>
    public string Countries { get; init; } = "";

    /// <inheritdoc cref="Posting.LanguagesAsked"/>
    public string LanguagesAsked { get; init; } = "";
    public Salary? Salary { get; init; }
    public bool TakesApplications { get; init; }

    /// <inheritdoc cref="Posting.ApplyForm"/>
    public ApplyForm? ApplyForm { get; init; }
    public string ApplyMail { get; init; } = "";
    public string ApplyUrl { get; init; } = "";
    public string Contact { get; init; } = "";
    public string Reference { get; init; } = "";
    public DateOnly? StartsOn { get; init; }

    /// <inheritdoc cref="Posting.ClosesAt"/>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <inheritdoc cref="Posting.PublishesAt"/>
    public DateTimeOffset? PublishesAt { get; init; }

    public static PostingContent Of(Posting posting) => new()
    {
        Language = posting.Language,
        Title = posting.Title,
        Description = posting.Description,
        Category = posting.Category?.Slug,
        Contract = posting.Contract,
        Hours = posting.Hours,
        Workplace = posting.Workplace,
        Places = [.. posting.Places.Select(place => new ContentPlace(place.Town, place.PostalCode, place.Country))],
        Countries = posting.Countries,
        LanguagesAsked = posting.LanguagesAsked,
        Salary = posting.Salary,
        TakesApplications = posting.TakesApplications,
        ApplyForm = posting.ApplyForm,
        ApplyMail = posting.ApplyMail,
        ApplyUrl = posting.ApplyUrl,
        Contact = posting.Contact,
        Reference = posting.Reference,
        StartsOn = posting.StartsOn,
        ClosesAt = posting.ClosesAt,
        PublishesAt = posting.PublishesAt,
    };

    public static PostingContent FromJson(string stored) => JsonSerializer.Deserialize<PostingContent>(stored, Stored)!;

    public string ToJson() => JsonSerializer.Serialize(this, Stored);

    /// <summary>What it says otherwise than another.</summary>
    public IReadOnlyList<PostingField> ChangesFrom(PostingContent before) =>
    [
        .. new (PostingField Field, bool IsSame)[]
        {
            (PostingField.Title, Title == before.Title),
            (PostingField.Description, Description.ToJson() == before.Description.ToJson()),
            (PostingField.Language, Language == before.Language),
            (PostingField.Category, Category == before.Category),
            (PostingField.Contract, Contract == before.Contract),
            (PostingField.Hours, Hours == before.Hours),
            (PostingField.Workplace, Workplace == before.Workplace && Countries == before.Countries),
            (PostingField.Places, Places.SequenceEqual(before.Places)),
            (PostingField.LanguagesAsked, LanguagesAsked == before.LanguagesAsked),
            (PostingField.Salary, Salary == before.Salary),
            (PostingField.Applying, TakesApplications == before.TakesApplications && ApplyMail == before.ApplyMail && ApplyUrl == before.ApplyUrl),
            (PostingField.Contact, Contact == before.Contact),
            (PostingField.Reference, Reference == before.Reference),
            (PostingField.StartsOn, StartsOn == before.StartsOn),
            (PostingField.ClosesAt, ClosesAt == before.ClosesAt),
        }.Where(field => !field.IsSame).Select(field => field.Field),
    ];

    /// <summary>Whether readers are told something else about the work, the pay, the place or the way to apply: then the desk looks again.</summary>
    public bool DiffersToReaders(PostingContent before) => ChangesFrom(before)
        .Any(field => field is not (PostingField.LanguagesAsked or PostingField.Contact or PostingField.Reference or PostingField.StartsOn or PostingField.ClosesAt));

    /// <summary>Writes it into a posting; the category, which is a row, is the caller's.</summary>
    public void ApplyTo(Posting posting)
    {
        posting.Language = Language;
        posting.Title = Title;
        posting.Slug = Slug.From(Title);
        posting.Description = Description;
        posting.Contract = Contract;
        posting.Hours = Hours;
        posting.Workplace = Workplace;
        posting.Countries = Countries;
        posting.LanguagesAsked = LanguagesAsked;
        posting.Salary = Salary;
        posting.TakesApplications = TakesApplications;
        posting.ApplyForm = ApplyForm;
        posting.ApplyMail = ApplyMail;
        posting.ApplyUrl = ApplyUrl;
        posting.Contact = Contact;
        posting.Reference = Reference;
        posting.StartsOn = StartsOn;
        posting.ClosesAt = ClosesAt;
        posting.PublishesAt = PublishesAt;
        var places = Places.Select(place => new PostingPlace { Town = place.Town, PostalCode = place.PostalCode, Country = place.Country }).ToList();
        if (!posting.Places.Select(place => (place.Town, place.PostalCode, place.Country)).SequenceEqual(places.Select(place => (place.Town, place.PostalCode, place.Country))))
            posting.Locate(places);
    }

    private sealed class BlocksAsText : JsonConverter<BlockDocument>
    {
        public override BlockDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => BlockDocument.Stored(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, BlockDocument value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToJson());
    }
}
