using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Postings;

/// <summary>The section "Jobs:Ended" of the settings.</summary>
public sealed class EndedPageSettings
{
    /// <summary>Months for which the page of an ended job stays, saying so; then its address answers 410.</summary>
    [Range(1, 120)]
    public int KeptMonths { get; set; } = 6;
}

/// <summary>How long the page of an ended job stays.</summary>
public sealed class EndedPages(IOptions<EndedPageSettings> settings, PaperClock clock)
{
    /// <summary>When it ended.</summary>
    public static DateTimeOffset EndOf(Posting posting) => posting.ClosedAt ?? posting.ClosesAt ?? posting.ModifiedAt;

    /// <summary>Whether readers get a page still.</summary>
    public bool Shows(Posting posting) => EndOf(posting).AddMonths(settings.Value.KeptMonths) > clock.Now;
}
