using System.Globalization;
using System.Text.Json;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.WorkingCopies;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>The form of a posting as it is typed, right or wrong; so it is kept.</summary>
public sealed class PostingForm
{
    /// <summary>Rows for places of work.</summary>
    public const int MostPlaces = 5;

    public string? AdvertLanguage { get; set; }
    public string? Title { get; set; }

    /// <summary>In the notation of <see cref="PlainNotation"/>.</summary>
    public string? Description { get; set; }
    public string? Category { get; set; }
    public string? Contract { get; set; }
    public string? Hours { get; set; }
    public string? Workplace { get; set; }

    /// <summary>Towns or postal codes, a field each.</summary>
    public IList<string?> Places { get; set; } = [];

    /// <summary>ISO 3166.</summary>
    public IList<string> Countries { get; set; } = [];
    public IList<string> Asked { get; set; } = [];
    public string? SalaryMin { get; set; }
    public string? SalaryMax { get; set; }
    public string? Currency { get; set; }
    public string? Period { get; set; }
    public string? ApplyWay { get; set; }
    public string? ApplyMail { get; set; }
    public string? ApplyUrl { get; set; }

    /// <summary>What applicants are asked; counts where they apply here.</summary>
    public ApplyFormFields Applying { get; set; } = new();
    public string? Contact { get; set; }
    public string? Reference { get; set; }
    public string? StartsOn { get; set; }

    /// <summary>The code of the package; chosen with the company.</summary>
    public string? Package { get; set; }

    /// <summary>The first day on which readers see it; empty: at once.</summary>
    public string? PublishesOn { get; set; }

    /// <summary>The last day on which one can apply.</summary>
    public string? ClosesOn { get; set; }

    public static PostingForm FromJson(string stored) => JsonSerializer.Deserialize<PostingForm>(stored, JsonSerializerOptions.Web) ?? new PostingForm();

    /// <param name="dayOf">The day of an instant by the paper's calendar.</param>
    public static PostingForm Of(PostingContent content, Func<DateTimeOffset, DateOnly> dayOf) => new()
    {
        AdvertLanguage = content.Language,
        Title = content.Title,
        Description = PlainNotation.Of(content.Description) ?? content.Description.PlainText(),
        Category = content.Category,
        Contract = content.Contract?.ToString(),
        Hours = content.Hours?.ToString(),
        Workplace = content.Workplace.ToString(),
        Places = [.. content.Places.Select(place => $"{place.PostalCode} {place.Town}".Trim())],
        Countries = content.Countries.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Asked = content.LanguagesAsked.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        SalaryMin = Amount(content.Salary?.Min),
        SalaryMax = Amount(content.Salary?.Max),
        Currency = content.Salary?.Currency,
        Period = content.Salary?.Period.ToString(),
        ApplyWay = (content.TakesApplications ? NewsSite.Jobs.Postings.ApplyWay.OnSite : content.ApplyMail.Length > 0 ? NewsSite.Jobs.Postings.ApplyWay.Mail : NewsSite.Jobs.Postings.ApplyWay.Address).ToString(),
        ApplyMail = content.ApplyMail,
        ApplyUrl = content.ApplyUrl,
        Applying = ApplyFormFields.Of(content.ApplyForm),
        Contact = content.Contact,
        Reference = content.Reference,
        StartsOn = content.StartsOn is { } start ? Words.Machine(start) : null,
        PublishesOn = content.PublishesAt is { } first ? Words.Machine(dayOf(first)) : null,
        ClosesOn = content.ClosesAt is { } end ? Words.Machine(dayOf(end.AddSeconds(-1))) : null,
    };

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    private static string? Amount(long? cents) => (cents / 100m)?.ToString("0.##", CultureInfo.InvariantCulture);
}
