using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>A fragment: these jobs, in this order; those that have ended with a word on it. Kept nowhere: what somebody saves is nobody's business.</summary>
public sealed class SavedListModel(OpenPostings postings) : ReaderPage
{
    /// <summary>As many as a browser keeps.</summary>
    private const int Most = 100;

    public IReadOnlyList<SavedJob> Jobs { get; private set; } = [];

    /// <param name="ids">Parted by dots.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task OnGetAsync([FromQuery] string? ids, CancellationToken cancel)
    {
        Response.KeepNowhere();
        Response.Headers["X-Robots-Tag"] = "noindex";
        var asked = (ids ?? "").Split('.').Take(Most).Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct().ToList();
        var open = await postings.OfAsync(asked, cancel);
        var ended = await postings.EndedAsync([.. asked.Where(id => !open.ContainsKey(id))], cancel);
        Jobs = [.. asked.Select(id => new SavedJob(id, open.GetValueOrDefault(id), ended.GetValueOrDefault(id))).Where(job => job.Card is not null || job.Ended is not null)];
    }
}

/// <summary>A saved job: open, or ended.</summary>
public sealed record SavedJob(long Id, JobCard? Card, EndedPosting? Ended);
