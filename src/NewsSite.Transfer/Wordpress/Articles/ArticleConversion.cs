using System.Globalization;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Site;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Export;
using NewsSite.Transfer.Wordpress.Html;

namespace NewsSite.Transfer.Wordpress.Articles;

/// <summary>Turns a post into what the desk takes, without touching the database.</summary>
internal sealed class ArticleConversion(PaperClock clock, ImportRun run)
{
    /// <summary>WordPress moves the time of change at every touch; readers are told only of a change some time after publication.</summary>
    private static readonly TimeSpan Meaningful = TimeSpan.FromHours(1);

    public ArticleSource Convert(WxrItem item, string fingerprint, ImportReport report)
    {
        var notes = new ConversionNotes();
        var body = HtmlToBlocks.Convert(run.Html(item), notes);
        var title = ItemText.Title(item, body, report);
        ImportRun.Note(report, notes, title);
        var published = At(WxrDates.Published(item, clock));
        var modified = At(WxrDates.Modified(item, clock));
        var state = PostState.Of(item, published, clock);
        if (item.HasPassword)
            report.Note("Articles in another state", "password-protected there: private here", title);
        if (!PostState.IsKnown(item.Status))
            report.Note("Articles in another state", $"status “{item.Status}” there: a draft here", title);
        return new ArticleSource
        {
            Item = item,
            Fingerprint = fingerprint,
            Text = new ArticleText { Title = title, Standfirst = Standfirst(item, title, report), Body = body, HeroId = HeroOf(item, title, report) },
            State = state,
            PublishedAt = published,
            UpdatedAt = state == ArticleState.Published && modified - published > Meaningful && modified <= clock.Now ? modified : null,
            AuthorIds = [.. WxrSurvey.Signing(item).Where(run.Terms.Authors.ContainsKey).Select(login => run.Terms.Authors[login]).Distinct()],
            Filing = File(item),
        };
    }

    private static DateTimeOffset? At(DateTimeOffset? time) => time is { } at ? Microseconds.Cut(at) : null;

    private static string Standfirst(WxrItem item, string title, ImportReport report)
    {
        var standfirst = HtmlText.OneLine(item.Excerpt);
        if (standfirst.Length <= ArticleText.MaxStandfirst)
            return standfirst;
        report.Note("Texts that were too long", $"excerpt cut to {ArticleText.MaxStandfirst} characters", title);
        return HtmlText.Cut(standfirst, ArticleText.MaxStandfirst);
    }

    private long? HeroOf(WxrItem item, string title, ImportReport report)
    {
        if (!long.TryParse(item.Field(WxrFields.Thumbnail), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var hero = run.Attachments.Find(id, []);
        if (hero is null)
            report.Note("Pictures that stayed behind", "featured picture that is not in the export", title);
        return hero;
    }

    /// <summary>
    /// The section is the category that an editor has marked as the main one, else the most deeply nested, the first of equals;
    /// categories above it are told by the nesting, all others become tags.
    /// </summary>
    private ArticleFiling File(WxrItem item)
    {
        var sections = run.Terms.Sections;
        var categories = item.Terms.Where(term => term.Taxonomy == "category" && sections.ContainsKey(term.Slug)).Select(term => term.Slug)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var tags = item.Terms.Where(term => term.Taxonomy == "post_tag").Select(term => term.Slug).ToList();
        var named = categories.Where(slug => !sections[slug].IsUncategorised).ToList();
        if ((named.Count > 0 ? named : categories) is not { Count: > 0 } candidates)
            return new ArticleFiling(null, tags, []);
        var primary = item.Field(WxrFields.PrimaryCategory);
        var main = candidates.Find(slug => sections[slug].TermId > 0 && primary == sections[slug].TermId.ToString(CultureInfo.InvariantCulture))
            ?? candidates.MaxBy(slug => Above(slug).Count())!;
        return new ArticleFiling(sections[main].Id, tags, [.. named.Where(slug => slug != main && !Above(main).Contains(slug, StringComparer.OrdinalIgnoreCase))]);
    }

    private IEnumerable<string> Above(string slug)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { slug };
        while (run.Terms.Sections.TryGetValue(slug, out var entry) && entry.Parent.Length > 0 && seen.Add(entry.Parent))
            yield return slug = entry.Parent;
    }
}
