using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Bylines;

/// <summary>All authors by id, because nearly every line of every page names one; remembered for one generation.</summary>
public sealed class AuthorDirectory
{
    public static readonly AuthorDirectory Empty = new([]);

    private readonly Dictionary<long, Author> _authors;

    private AuthorDirectory(Dictionary<long, Author> authors) => _authors = authors;

    /// <summary>What each is called, by slug.</summary>
    public IReadOnlyDictionary<string, string> NamesBySlug => field ??= _authors.Values.ToDictionary(author => author.Slug, author => author.Name);

    /// <summary>The authors with these ids, in their order; those that are no longer there are left out.</summary>
    public IEnumerable<Author> Of(IReadOnlyList<long> ids)
    {
        foreach (var id in ids)
        {
            if (_authors.TryGetValue(id, out var author))
                yield return author;
        }
    }

    /// <summary>All names in their order; none where they are more than that.</summary>
    public IReadOnlyList<string> Names(int most) =>
        _authors.Count > most ? [] : [.. _authors.Values.Select(author => author.Name).Distinct(StringComparer.CurrentCulture).Order(StringComparer.CurrentCulture)];

    public static ValueTask<AuthorDirectory> LoadAsync(NewsDb db, GenerationMemory memory) =>
        memory.GetAsync("authors", async () => new AuthorDirectory(await db.Set<Author>().AsNoTracking()
            .Include(author => author.Portrait).ToDictionaryAsync(author => author.Id)));
}
