using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Export;
using NewsSite.Transfer.Wordpress.Terms;

namespace NewsSite.Transfer.Wordpress.Articles;

/// <summary>Writes posts as articles, and follows what changed there since the last run.</summary>
internal sealed class ArticleImport(NewsDb db, EditorialDesk desk, PaperClock clock, SectionImport sections, Redirects redirects, ImportRun run)
{
    private const string Kind = "article";
    private const string Plural = "articles";

    private readonly ArticleConversion _conversion = new(clock, run);

    public async Task WriteAsync(IReadOnlyList<WxrItem> batch)
    {
        var report = new ImportReport();
        var known = await run.Imported.FindAsync(Kind, [.. batch.Select(ItemText.Id)], run.Cancel);
        var (sources, trashed) = Prepare(batch, known, report);
        if (sources.Count > 0 || trashed.Count > 0)
        {
            await using var write = await db.BeginWriteAsync(run.Cancel);
            await db.Set<Section>().LoadAsync(run.Cancel);
            await WriteAsync(sources, known, report);
            foreach (var item in trashed)
                await TakeBackAsync(item, report);
            await redirects.WriteAsync(report, run.Cancel);
            await write.CommitAsync(run.Cancel);
        }
        db.ChangeTracker.Clear();
        run.Report.Merge(report);
    }

    /// <summary>What is new or changed, and what lies in the bin there but was brought here before.</summary>
    private (List<ArticleSource> Sources, List<ImportedItem> Trashed) Prepare(IReadOnlyList<WxrItem> batch, Dictionary<string, ImportedItem> known, ImportReport report)
    {
        var sources = new List<ArticleSource>();
        var trashed = new List<ImportedItem>();
        foreach (var item in batch.DistinctBy(ItemText.Id))
        {
            var fingerprint = ItemText.FingerprintOf(item);
            var before = known.GetValueOrDefault(ItemText.Id(item));
            if (before?.Fingerprint == fingerprint)
            {
                report.Count(Plural, new ImportTally { Unchanged = 1 });
            }
            else if (item.Status is "trash" or "auto-draft")
            {
                report.Count(Plural, new ImportTally { Skipped = 1 });
                report.Note("Left out", item.Status == "trash" ? "articles in the bin" : "articles that were never saved");
                if (before is null)
                    continue;
                before.Fingerprint = fingerprint;
                trashed.Add(before);
            }
            else
            {
                sources.Add(_conversion.Convert(item, fingerprint, report));
            }
        }
        return (sources, trashed);
    }

    private async Task WriteAsync(List<ArticleSource> sources, Dictionary<string, ImportedItem> known, ImportReport report)
    {
        var added = new List<(ArticleSource Source, Article Article)>();
        foreach (var source in sources)
        {
            var tags = await TagsAsync(source, report);
            var section = (await db.Set<Section>().FindAsync([source.Filing.Section ?? await sections.NewsAsync()], run.Cancel))!;
            if (!known.TryGetValue(ItemText.Id(source.Item), out var item))
                added.Add((source, Start(source, section, tags, report)));
            else
                await UpdateAsync(source, item, section, tags, report);
        }
        await db.SaveChangesAsync(run.Cancel);
        foreach (var (source, article) in added)
        {
            run.Imported.Remember(Kind, ItemText.Id(source.Item), new ImportTarget(Kind, article.Id, article.Version), source.Fingerprint);
            Redirect(source.Item, article);
        }
    }

    private Article Start(ArticleSource source, Section section, IReadOnlyList<long> tags, ImportReport report)
    {
        var article = desk.Start(new NewArticle
        {
            Language = run.Language,
            Section = section,
            Text = source.Text,
            AuthorIds = source.AuthorIds,
            TagIds = tags,
            Slug = ItemText.SlugOf(source.Item),
        });
        Settle(article, article.Versions[0], source);
        report.Count(Plural, new ImportTally { New = 1 });
        return article;
    }

    private async Task UpdateAsync(ArticleSource source, ImportedItem item, Section section, IReadOnlyList<long> tags, ImportReport report)
    {
        var article = await desk.FindAsync(item.TargetId, run.Cancel);
        if (article is null || article.Version != item.TargetVersion)
        {
            report.Count(Plural, new ImportTally { Kept = 1 });
            report.Note("Kept, because it was changed here since the last import", article is null ? "article that was removed here" : "article", source.Text.Title);
            return;
        }
        var version = await desk.WriteAsync(article, source.Text, run.Cancel);
        article.File(section, clock.Now);
        article.SignedBy(source.AuthorIds);
        article.TaggedWith(tags);
        Settle(article, version, source);
        item.Fingerprint = source.Fingerprint;
        item.TargetVersion = article.Version;
        Redirect(source.Item, article);
        report.Count(Plural, new ImportTally { Updated = 1 });
    }

    /// <summary>Brings the article into the state that the post has there.</summary>
    private void Settle(Article article, ArticleVersion version, ArticleSource source)
    {
        article.IsPinned = source.Item.IsSticky;
        var wasPublished = article.PublishedAt is not null;
        switch (source.State)
        {
            case ArticleState.Published:
                // At the first publication the article was changed at the post's own time, later it is now.
                desk.Publish(article, version, wasPublished ? null : source.PublishedAt);
                if (source.PublishedAt is { } at && at <= clock.Now)
                    article.Redate(at);
                if (source.UpdatedAt is { } updated && updated > (article.UpdatedAt ?? DateTimeOffset.MinValue))
                    article.MarkUpdated(updated);
                break;
            case ArticleState.Scheduled when !wasPublished:
                article.Schedule(source.PublishedAt!.Value);
                break;
            case ArticleState.Private:
                article.Hold(ArticleState.Private);
                db.Note(article);
                break;
            default:
                if (wasPublished)
                    desk.Unpublish(article);
                else
                    article.Hold(source.State);
                break;
        }
    }

    private async Task TakeBackAsync(ImportedItem item, ImportReport report)
    {
        var article = await desk.FindAsync(item.TargetId, run.Cancel);
        if (article is null)
            return;
        if (article.Version != item.TargetVersion)
        {
            report.Note("Kept, because it was changed here since the last import", "article that lies in the bin there", article.Title);
            return;
        }
        if (article.PublishedAt is not null)
            desk.Unpublish(article);
        else
            article.Hold(ArticleState.Private);
        report.Note("Articles in another state", "put into the bin there since: taken back here", article.Title);
    }

    /// <summary>Its tags, and its other categories as tags.</summary>
    private async Task<IReadOnlyList<long>> TagsAsync(ArticleSource source, ImportReport report)
    {
        var tags = source.Filing.Tags.Where(run.Terms.Tags.ContainsKey).Select(slug => run.Terms.Tags[slug]).ToList();
        foreach (var category in source.Filing.Categories)
        {
            tags.Add(await sections.TagOfAsync(category));
            report.Note("Articles in several categories (one is the section, the others are tags)", run.Terms.Sections[category].Name, source.Text.Title);
        }
        return [.. tags.Distinct()];
    }

    private void Redirect(WxrItem item, Article article)
    {
        var target = new RedirectTarget(Kind, article.Id);
        foreach (var old in ItemText.OldAddresses(item, run))
            redirects.Add(old, target);
        // The pages of its pictures lead to the article too.
        foreach (var attachment in run.Attachments.OfPost(item.Id).Select(run.Attachments.Of).OfType<Media.Attachment>())
        {
            redirects.Add(run.OldAddress(attachment.Page), target);
            if (run.Links.Site is { } site)
                redirects.Add(new Uri(site, $"/?p={attachment.Id}"), target);
        }
    }
}
