using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Platform.Languages;
using NewsSite.Transfer.Demo;

namespace NewsSite.Transfer.Sample;

/// <summary>What a sample is filed under: what the paper has; where it has none, the demo paper's lists are added.</summary>
internal sealed class SampleLists(NewsDb db)
{
    private const int Authors = 40;
    private const int Pictures = 200;

    /// <summary>Portraits are not for articles: pictures are at least that wide, in pixels.</summary>
    private const int PictureWidth = 600;

    public async Task<SampleShelf> ShelfAsync(SampleOptions options, CancellationToken cancel)
    {
        if (!await db.Set<Section>().AnyAsync(cancel))
            AddSections();
        if (!await db.Set<Tag>().AnyAsync(cancel))
            AddAll(DemoFiles.List("tags.json", DemoJson.Default.ListDemoTerm).Select(tag => new Tag { Slug = tag.Slug, Name = new LocalizedText(tag.Name) }));
        await AddAuthorsAsync(options.Seed, cancel);
        await db.SaveAsync(cancel);
        var media = await db.Set<MediaItem>().AsNoTracking().OrderBy(item => item.Id).Take(Pictures).ToListAsync(cancel);
        return new SampleShelf
        {
            Sections = await db.Set<Section>().OrderBy(section => section.Position).ThenBy(section => section.Id).Select(section => section.Id).ToListAsync(cancel),
            Tags = await db.Set<Tag>().OrderBy(tag => tag.Id).Select(tag => tag.Id).ToListAsync(cancel),
            Authors = await db.Set<Author>().OrderBy(author => author.Id).Select(author => author.Id).ToListAsync(cancel),
            Pictures = [.. media.Where(item => item.Renditions.Any(rendition => rendition.Width >= PictureWidth)).Select(item => item.Id)],
        };
    }

    /// <summary>Ids by slug, in the order of the list.</summary>
    public async Task<Dictionary<string, long>> CategoriesAsync(CancellationToken cancel)
    {
        if (!await db.Set<Category>().AnyAsync(cancel))
        {
            AddAll(DemoFiles.List("categories.json", DemoJson.Default.ListDemoTerm)
                .Select((category, position) => new Category { Slug = category.Slug, Name = new LocalizedText(category.Name), Position = position }));
            await db.SaveAsync(cancel);
        }
        return await db.Set<Category>().OrderBy(category => category.Position).ThenBy(category => category.Id).ToDictionaryAsync(category => category.Slug, category => category.Id, cancel);
    }

    /// <summary>The ids of the sample's employers by their number; those of an earlier run are found again by their slug.</summary>
    public async Task<IReadOnlyList<long>> EmployersAsync(SampleJobs jobs, DateTimeOffset now, CancellationToken cancel)
    {
        var samples = Enumerable.Range(0, jobs.Employers).Select(jobs.Employer).ToList();
        var slugs = samples.ConvertAll(sample => sample.Slug);
        var known = await db.Set<Employer>().Where(employer => slugs.Contains(employer.Slug)).ToDictionaryAsync(employer => employer.Slug, cancel);
        foreach (var sample in samples.Where(sample => !known.ContainsKey(sample.Slug)))
        {
            known.Add(sample.Slug, new Employer
            {
                Slug = sample.Slug,
                Name = sample.Name,
                About = sample.About,
                Language = sample.Language.Code,
                Website = $"https://{sample.Host}",
                CreatedAt = now,
            });
            AddAll([known[sample.Slug]]);
        }
        await db.SaveAsync(cancel);
        return [.. slugs.Select(slug => known[slug].Id)];
    }

    private void AddSections() => AddAll(DemoFiles.List("sections.json", DemoJson.Default.ListDemoSection).Select((section, position) => new Section
    {
        Slug = section.Slug,
        Name = new LocalizedText(section.Name),
        Description = new LocalizedText(section.Description),
        Colour = section.Colour,
        Position = position,
        JobCategories = section.JobCategories,
    }));

    /// <summary>Fills the list of authors up, so that some write much and many a little.</summary>
    private async Task AddAuthorsAsync(int seed, CancellationToken cancel)
    {
        var slugs = await db.Set<Author>().Select(author => author.Slug).ToHashSetAsync(cancel);
        var phrases = Phrases.Of(Language.English);
        for (var index = 0; slugs.Count < Authors; index++)
        {
            var name = new Voice(phrases, SampleRandom.For(seed, "author", index)).Say("person");
            if (slugs.Add(Slug.From(name)))
                AddAll([new Author { Slug = Slug.From(name), Name = name }]);
        }
    }

    private void AddAll(IEnumerable<ILogged> things)
    {
        foreach (var thing in things)
        {
            db.Add(thing);
            db.Note(thing);
        }
    }
}
