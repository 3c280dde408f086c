using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Export;
using NewsSite.Transfer.Wordpress.Html;

namespace NewsSite.Transfer.Wordpress.Terms;

/// <summary>
/// Brings categories as sections, nested as they are there. One whose slug is here already is that section. WordPress's
/// category for articles without one becomes the section News.
/// </summary>
internal sealed class SectionImport(NewsDb db, TermImport terms, Redirects redirects, ImportRun run)
{
    private const string Kind = "section";
    private const string NewsSlug = "news";

    private static readonly LocalizedText News = new(new Dictionary<string, string> { ["en"] = "News", ["nl"] = "Nieuws", ["fr"] = "Actualités" });

    private static readonly HashSet<string> Uncategorised =
        new(["uncategorized", "uncategorised", "geen-categorie", "ongecategoriseerd", "niet-gecategoriseerd", "non-classe", "uncategorized-en", "sans-categorie"], StringComparer.OrdinalIgnoreCase);

    private Dictionary<string, Section> _here = [];
    private int _position;

    /// <summary>Those that got another name or place.</summary>
    private readonly List<long> _moved = [];

    public async Task RunAsync()
    {
        var report = new ImportReport();
        await using var write = await db.BeginWriteAsync(run.Cancel);
        var all = await db.Set<Section>().ToListAsync(run.Cancel);
        _here = all.ToDictionary(section => section.Slug);
        _position = all.Count == 0 ? 0 : all.Max(section => section.Position) + 1;
        var categories = run.Survey.Terms("category").ToDictionary(term => term.Slug, StringComparer.OrdinalIgnoreCase);
        var imported = await run.Imported.FindAsync(Kind, categories.Keys, run.Cancel);
        foreach (var term in categories.Values.OrderBy(term => Ancestors(term, categories).Count()).ToList())
        {
            var section = imported.TryGetValue(term.Slug, out var item)
                ? Follow(term, item, all.Find(section => section.Id == item.TargetId), report)
                : await AddAsync(term, report);
            if (section is null)
                continue;
            run.Terms.Sections[term.Slug] = new SectionEntry(section.Id, term.Parent, term.Id, TermImport.NameOf(term), Uncategorised.Contains(term.Slug));
            Redirect(term, section, categories);
        }
        await redirects.WriteAsync(report, run.Cancel);
        if (_moved.Count > 0)
            await db.NoteFiledAsync(Under(_moved, [.. _here.Values]), run.Cancel);
        await write.CommitAsync(run.Cancel);
        db.ChangeTracker.Clear();
        run.Report.Merge(report);
    }

    /// <summary>The sections with all that lie in them.</summary>
    private static HashSet<long> Under(IEnumerable<long> sections, IReadOnlyList<Section> all)
    {
        var under = sections.ToHashSet();
        while (all.FirstOrDefault(section => section.ParentId is { } parent && under.Contains(parent) && !under.Contains(section.Id)) is { } inner)
            under.Add(inner.Id);
        return under;
    }

    /// <summary>The section of articles that have no category; a write must be open.</summary>
    public async Task<long> NewsAsync()
    {
        if (run.Terms.News is { } known)
            return known;
        var section = await db.Set<Section>().SingleOrDefaultAsync(section => section.Slug == NewsSlug, run.Cancel);
        if (section is null)
        {
            section = new Section { Slug = NewsSlug, Name = News, Position = 1 + (await db.Set<Section>().MaxAsync(other => (int?)other.Position, run.Cancel) ?? -1) };
            db.Add(section);
            db.Note(section);
            await db.SaveChangesAsync(run.Cancel);
            run.Report.Count("sections", new ImportTally { New = 1 });
        }
        run.Terms.News = section.Id;
        return section.Id;
    }

    /// <summary>The tag that stands for a category where it is not an article's section; a write must be open.</summary>
    public async Task<long> TagOfAsync(string category)
    {
        if (run.Terms.CategoryTags.TryGetValue(category, out var known))
            return known;
        var entry = run.Terms.Sections[category];
        var slug = TermImport.SlugOf(new WxrTerm("category", entry.TermId, category, entry.Name));
        var tag = await db.Set<Tag>().SingleOrDefaultAsync(tag => tag.Slug == slug, run.Cancel);
        if (tag is null)
        {
            tag = new Tag { Slug = slug, Name = new LocalizedText(run.Language, entry.Name) };
            db.Add(tag);
            db.Note(tag);
            await db.SaveChangesAsync(run.Cancel);
            run.Report.Count("tags", new ImportTally { New = 1 });
        }
        return run.Terms.CategoryTags[category] = tag.Id;
    }

    private async Task<Section> AddAsync(WxrTerm term, ImportReport report)
    {
        var isNews = Uncategorised.Contains(term.Slug);
        var slug = isNews ? NewsSlug : TermImport.SlugOf(term);
        if (!_here.TryGetValue(slug, out var section))
        {
            section = new Section
            {
                Slug = slug,
                Name = isNews ? News : new LocalizedText(run.Language, TermImport.NameOf(term)),
                ParentId = ParentOf(term),
                Position = _position++,
            };
            Describe(section, term);
            _here[slug] = section;
            db.Add(section);
            db.Note(section);
            await db.SaveChangesAsync(run.Cancel);
            report.Count("sections", new ImportTally { New = 1 });
        }
        else
        {
            report.Count("sections", new ImportTally { Unchanged = 1 });
        }
        run.Imported.Remember(Kind, term.Slug, new ImportTarget(Kind, section.Id, State(section)), FingerprintOf(term));
        return section;
    }

    private Section? Follow(WxrTerm term, ImportedItem item, Section? section, ImportReport report)
    {
        if (item.Fingerprint == FingerprintOf(term))
        {
            report.Count("sections", new ImportTally { Unchanged = 1 });
        }
        else if (section is null || State(section) != item.TargetVersion || Uncategorised.Contains(term.Slug))
        {
            report.Count("sections", new ImportTally { Kept = 1 });
            report.Note("Kept, because it was changed here since the last import", $"{Kind} {term.Slug}");
        }
        else
        {
            section.Name = section.Name.With(run.Language, TermImport.NameOf(term));
            section.ParentId = ParentOf(term) is { } parent && parent != section.Id ? parent : null;
            _moved.Add(section.Id);
            Describe(section, term);
            db.Note(section);
            item.Fingerprint = FingerprintOf(term);
            item.TargetVersion = State(section);
            report.Count("sections", new ImportTally { Updated = 1 });
        }
        return section;
    }

    private void Describe(Section section, WxrTerm term)
    {
        if (HtmlText.OneLine(term.Description) is { Length: > 0 } description)
            section.Description = section.Description.With(run.Language, description);
    }

    private long? ParentOf(WxrTerm term) => run.Terms.Sections.GetValueOrDefault(term.Parent)?.Id;

    /// <summary>From the one above it up; an export may hold a circle, which ends where it begins again.</summary>
    private static IEnumerable<WxrTerm> Ancestors(WxrTerm term, Dictionary<string, WxrTerm> categories)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { term.Slug };
        while (categories.TryGetValue(term.Parent, out var parent) && seen.Add(parent.Slug))
        {
            yield return parent;
            term = parent;
        }
    }

    private void Redirect(WxrTerm term, Section section, Dictionary<string, WxrTerm> categories)
    {
        var target = new RedirectTarget(Kind, section.Id);
        redirects.Add(terms.Under("category/" + term.Slug), target);
        redirects.Add(terms.Under("category/" + string.Join('/', Ancestors(term, categories).Reverse().Append(term).Select(part => part.Slug))), target);
        if (term.Id > 0)
            redirects.Add(terms.Under($"?cat={term.Id}"), target);
    }

    private static string FingerprintOf(WxrTerm term) => Fingerprint.Of([term.Name, term.Description, term.Parent]);

    private static int State(Section section) =>
        Fingerprint.Digest(section.Name.ToJson(), section.Description.ToJson(), section.ParentId?.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
