using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Platform.Languages;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Export;
using NewsSite.Transfer.Wordpress.Html;

namespace NewsSite.Transfer.Wordpress.Terms;

/// <summary>
/// Brings authors and tags. One whose slug is here already is that one: nothing is doubled, and its name here stays.
/// </summary>
internal sealed class TermImport(NewsDb db, Redirects redirects, ImportRun run)
{
    private const int BatchSize = 500;

    public async Task AuthorsAsync()
    {
        foreach (var batch in run.Survey.Authors.Chunk(BatchSize))
        {
            await WriteAsync(batch, new TermKind<WxrAuthor, Author>("author", "authors")
            {
                SourceId = author => author.Login,
                Slug = author => Slug.From(NameOf(author)) is var slug && slug != "x" ? slug : Slug.From(author.Login),
                Fingerprint = author => [NameOf(author)],
                Make = (author, slug) => new Author { Slug = slug, Name = NameOf(author) },
                Update = (here, author) => here.Name = NameOf(author),
                NoteArticles = id => db.NoteSignedAsync(id, run.Cancel),
                State = here => [here.Name],
                SlugOf = here => here.Slug,
                Find = slugs => db.Set<Author>().Where(here => slugs.Contains(here.Slug)),
                FindById = ids => db.Set<Author>().Where(here => ids.Contains(here.Id)),
                Known = run.Terms.Authors,
                Redirect = (author, here) => redirects.Add(Under("author/" + Uri.EscapeDataString(author.Login.ToLowerInvariant().Replace(' ', '-'))), new RedirectTarget("author", here.Id)),
            });
        }
        if (run.Survey.AuthorsWithoutPosts > 0)
            run.Report.Note("Left out", "authors who signed no article", count: run.Survey.AuthorsWithoutPosts);
    }

    public async Task TagsAsync()
    {
        foreach (var batch in run.Survey.Terms("post_tag").Chunk(BatchSize))
        {
            await WriteAsync(batch, new TermKind<WxrTerm, Tag>("tag", "tags")
            {
                SourceId = term => term.Slug,
                Slug = SlugOf,
                Fingerprint = term => [NameOf(term)],
                Make = (term, slug) => new Tag { Slug = slug, Name = new LocalizedText(run.Language, NameOf(term)) },
                Update = (here, term) => here.Name = here.Name.With(run.Language, NameOf(term)),
                NoteArticles = id => db.NoteTaggedAsync(id, run.Cancel),
                State = here => [here.Name.ToJson()],
                SlugOf = here => here.Slug,
                Find = slugs => db.Set<Tag>().Where(here => slugs.Contains(here.Slug)),
                FindById = ids => db.Set<Tag>().Where(here => ids.Contains(here.Id)),
                Known = run.Terms.Tags,
                Redirect = (term, here) => redirects.Add(Under("tag/" + term.Slug), new RedirectTarget("tag", here.Id)),
            });
        }
    }

    /// <summary>A slug of WordPress, which percent-encodes other scripts, as a slug of this site.</summary>
    public static string SlugOf(WxrTerm term)
    {
        var slug = Slug.From(Uri.UnescapeDataString(term.Slug));
        return slug == "x" ? Slug.From(NameOf(term)) : slug;
    }

    public static string NameOf(WxrTerm term) =>
        HtmlText.OneLine(term.Name) is { Length: > 0 } name ? name : Uri.UnescapeDataString(term.Slug);

    /// <summary>A path under the old site's address, which may itself lie in a folder.</summary>
    public Uri? Under(string path) =>
        run.Links.Site is { } site && Uri.TryCreate($"{site.AbsoluteUri.TrimEnd('/')}/{path}", UriKind.Absolute, out var uri) ? uri : null;

    private static string NameOf(WxrAuthor author) =>
        HtmlText.OneLine(author.Name) is { Length: > 0 } name ? name : author.Login;

    private async Task WriteAsync<TThere, THere>(TThere[] batch, TermKind<TThere, THere> kind)
        where THere : class, ILogged
    {
        var report = new ImportReport();
        await using var write = await db.BeginWriteAsync(run.Cancel);
        var imported = await run.Imported.FindAsync(kind.Kind, [.. batch.Select(kind.SourceId)], run.Cancel);
        var slugs = batch.Select(kind.Slug).Distinct().ToList();
        var bySlug = await kind.Find(slugs).ToDictionaryAsync(kind.SlugOf, run.Cancel);
        var ids = imported.Values.Select(item => item.TargetId).ToList();
        var byId = await kind.FindById(ids).ToDictionaryAsync(here => here.Id, run.Cancel);
        var added = new List<(TThere There, THere Here)>();
        foreach (var there in batch)
        {
            if (imported.TryGetValue(kind.SourceId(there), out var item))
            {
                await FollowAsync(there, item, byId.GetValueOrDefault(item.TargetId), kind, report);
                continue;
            }
            var slug = kind.Slug(there);
            if (!bySlug.TryGetValue(slug, out var here))
            {
                bySlug[slug] = here = kind.Make(there, slug);
                db.Add(here);
                db.Note(here);
                report.Count(kind.Plural, new ImportTally { New = 1 });
            }
            else
            {
                report.Count(kind.Plural, new ImportTally { Unchanged = 1 });
            }
            added.Add((there, here));
        }
        await db.SaveChangesAsync(run.Cancel);
        foreach (var (there, here) in added)
        {
            run.Imported.Remember(kind.Kind, kind.SourceId(there), new ImportTarget(kind.Kind, here.Id, Fingerprint.Digest(kind.State(here))), Fingerprint.Of(kind.Fingerprint(there)));
            kind.Known[kind.SourceId(there)] = here.Id;
            kind.Redirect(there, here);
        }
        await redirects.WriteAsync(report, run.Cancel);
        await write.CommitAsync(run.Cancel);
        db.ChangeTracker.Clear();
        run.Report.Merge(report);
    }

    private async Task FollowAsync<TThere, THere>(TThere there, ImportedItem item, THere? here, TermKind<TThere, THere> kind, ImportReport report)
        where THere : class, ILogged
    {
        if (here is not null)
            kind.Known[kind.SourceId(there)] = here.Id;
        var fingerprint = Fingerprint.Of(kind.Fingerprint(there));
        if (item.Fingerprint == fingerprint)
        {
            report.Count(kind.Plural, new ImportTally { Unchanged = 1 });
        }
        else if (here is null || Fingerprint.Digest(kind.State(here)) != item.TargetVersion)
        {
            report.Count(kind.Plural, new ImportTally { Kept = 1 });
            report.Note("Kept, because it was changed here since the last import", $"{kind.Kind} {kind.SourceId(there)}");
        }
        else
        {
            kind.Update(here, there);
            db.Note(here);
            await kind.NoteArticles(here.Id);
            item.Fingerprint = fingerprint;
            item.TargetVersion = Fingerprint.Digest(kind.State(here));
            report.Count(kind.Plural, new ImportTally { Updated = 1 });
        }
    }
}
