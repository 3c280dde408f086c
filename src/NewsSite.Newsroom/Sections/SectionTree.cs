using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Sections;

/// <summary>All sections of the paper with their nesting; remembered for one generation.</summary>
public sealed class SectionTree
{
    public static readonly SectionTree Empty = new([]);

    private readonly Dictionary<long, Section> _byId;
    private readonly Dictionary<string, Section> _bySlug;
    private readonly ILookup<long?, Section> _byParent;

    private SectionTree(List<Section> sections)
    {
        _byId = sections.ToDictionary(section => section.Id);
        _bySlug = sections.ToDictionary(section => section.Slug);
        _byParent = sections.ToLookup(section => section.ParentId);
    }

    /// <summary>The sections that lie in no other, in the paper's order.</summary>
    public IEnumerable<Section> Top => _byParent[null];

    public IEnumerable<Section> All => _byId.Values;

    public Section? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    public Section this[long id] => _byId[id];

    public Section? Parent(Section section) => section.ParentId is { } parent ? _byId[parent] : null;

    public IEnumerable<Section> Children(Section section) => _byParent[section.Id];

    /// <summary>From the top section down to this one.</summary>
    public IEnumerable<Section> Path(Section section) =>
        Parent(section) is { } parent ? Path(parent).Append(section) : [section];

    /// <summary>The section and all that lie in it.</summary>
    public IEnumerable<Section> Under(Section section) =>
        Children(section).SelectMany(Under).Prepend(section);

    public static ValueTask<SectionTree> LoadAsync(NewsDb db, GenerationMemory memory) =>
        memory.GetAsync("sections", async () => new SectionTree(await db.Set<Section>().AsNoTracking()
            .OrderBy(section => section.Position).ThenBy(section => section.Id).ToListAsync()));
}
