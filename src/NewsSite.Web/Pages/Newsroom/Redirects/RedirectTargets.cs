using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;

namespace NewsSite.Web.Pages.Newsroom.Redirects;

/// <summary>What redirects lead to, in words, for a list of them: one query for each kind of thing, however long the list is.</summary>
public sealed class RedirectTargets(NewsDb db)
{
    /// <summary>By the redirect's id; those whose thing is there no more are left out.</summary>
    public async Task<IReadOnlyDictionary<long, string>> OfAsync(IReadOnlyList<Redirect> redirects, CancellationToken cancel)
    {
        var names = new Dictionary<(string Kind, long Id), string>();
        foreach (var group in redirects.GroupBy(redirect => redirect.ToKind))
        {
            var ids = group.Select(redirect => redirect.ToId).Distinct().ToList();
            foreach (var (id, name) in await NamesAsync(group.Key, ids, cancel))
                names[(group.Key, id)] = name;
        }
        return redirects.Where(redirect => redirect.ToKind.Length == 0 || names.ContainsKey((redirect.ToKind, redirect.ToId)))
            .ToDictionary(redirect => redirect.Id, redirect => redirect.ToKind.Length == 0 ? redirect.ToPath : names[(redirect.ToKind, redirect.ToId)]);
    }

    private async Task<Dictionary<long, string>> NamesAsync(string kind, List<long> ids, CancellationToken cancel) => kind switch
    {
        "article" => await db.Set<Article>().Where(thing => ids.Contains(thing.Id)).Select(thing => new { thing.Id, thing.Title }).ToDictionaryAsync(thing => thing.Id, thing => thing.Title, cancel),
        "section" => await db.Set<Section>().Where(thing => ids.Contains(thing.Id)).ToDictionaryAsync(thing => thing.Id, thing => OwnPath.Section(thing.Slug), cancel),
        "tag" => await db.Set<Tag>().Where(thing => ids.Contains(thing.Id)).ToDictionaryAsync(thing => thing.Id, thing => OwnPath.Tag(thing.Slug), cancel),
        "author" => await db.Set<Author>().Where(thing => ids.Contains(thing.Id)).ToDictionaryAsync(thing => thing.Id, thing => OwnPath.Author(thing.Slug), cancel),
        "page" => await db.Set<StaticPage>().Where(thing => ids.Contains(thing.Id)).Select(thing => new { thing.Id, thing.Title }).ToDictionaryAsync(thing => thing.Id, thing => thing.Title, cancel),
        "posting" => await db.Set<Posting>().Where(thing => ids.Contains(thing.Id)).Select(thing => new { thing.Id, thing.Title }).ToDictionaryAsync(thing => thing.Id, thing => thing.Title, cancel),
        _ => [],
    };
}
