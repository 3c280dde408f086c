using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Transfer.Markdown;

namespace NewsSite.Transfer.Demo;

/// <summary>The demo paper's newsroom: in the order of the methods here, saved in between, since each needs the ids of those before.</summary>
internal sealed class DemoNewsroom(NewsDb db, EditorialDesk desk, DateTimeOffset now)
{
    /// <summary>The static pages in the order of the footer.</summary>
    private static readonly string[] PageOrder = ["about", "contact", "privacy"];

    private readonly Dictionary<string, MediaItem> _pictures = [];
    private readonly Dictionary<string, MediaItem> _portraits = [];
    private readonly Dictionary<string, Section> _sections = [];
    private readonly Dictionary<string, Tag> _tags = [];
    private readonly Dictionary<string, Author> _authors = [];
    private readonly Dictionary<string, (DemoArticle Demo, Article Article)> _articles = [];

    public async Task AddListsAsync(DemoContent content, DemoPictures pictures, CancellationToken cancel)
    {
        foreach (var picture in content.Pictures)
        {
            _pictures.Add(picture.Key, Add(new MediaItem
            {
                FileName = picture.Key + ".webp",
                Alt = new LocalizedText(picture.Alt),
                Caption = picture.Caption is { } caption ? new LocalizedText(caption) : LocalizedText.Empty,
                Credit = picture.Credit,
                Renditions = await pictures.KeepAsync(picture, cancel),
                CreatedAt = now,
            }));
        }
        foreach (var author in content.Authors)
        {
            _portraits.Add(author.Slug, Add(new MediaItem
            {
                FileName = author.Slug + ".webp",
                Alt = new LocalizedText(Language.Default, author.Name),
                Renditions = [await pictures.PortraitAsync(author, cancel)],
                CreatedAt = now,
            }));
        }
        foreach (var (position, section) in content.Sections.Index())
        {
            _sections.Add(section.Slug, Add(new Section
            {
                Slug = section.Slug,
                Name = new LocalizedText(section.Name),
                Description = new LocalizedText(section.Description),
                Colour = section.Colour,
                Position = position,
                JobCategories = section.JobCategories,
            }));
        }
        foreach (var tag in content.Tags)
            _tags.Add(tag.Slug, Add(new Tag { Slug = tag.Slug, Name = new LocalizedText(tag.Name) }));
    }

    public void AddAuthors(DemoContent content)
    {
        foreach (var author in content.Authors)
        {
            _authors.Add(author.Slug, Add(new Author
            {
                Slug = author.Slug,
                Name = author.Name,
                Role = new LocalizedText(author.Role),
                Biography = new LocalizedText(author.Bio),
                PortraitId = _portraits[author.Slug].Id,
            }));
        }
    }

    /// <summary>Starts every article. A link to another waits until that one has an id: the first version has its words only.</summary>
    public void AddArticles(DemoContent content)
    {
        var known = content.Articles.Select(article => article.Slug).ToHashSet();
        var markdown = new MarkdownToBlocks(References(slug => known.Contains(slug) ? "" : null));
        foreach (var demo in content.Articles)
        {
            var article = desk.Start(new NewArticle
            {
                Language = demo.Language,
                Section = Known(_sections, demo.Section, demo, "section"),
                Slug = demo.Slug,
                Text = TextOf(demo, markdown),
                AuthorIds = [.. demo.Authors.Select(slug => Known(_authors, slug, demo, "authors").Id)],
                TagIds = [.. demo.Tags.Select(slug => Known(_tags, slug, demo, "tags").Id)],
            });
            if (!_articles.TryAdd(demo.Slug, (demo, article)))
                throw new MarkdownException(demo.File.Name, 1, "another article has the same file name");
        }
    }

    public async Task PublishAsync(DemoContent content, CancellationToken cancel)
    {
        var markdown = new MarkdownToBlocks(References(slug =>
            _articles.TryGetValue(slug, out var linked) ? linked.Demo.PathOf(linked.Article) : null));
        foreach (var (demo, article) in _articles.Values)
        {
            var version = article.Versions[0];
            if (demo.File.Body.Contains("](article:", StringComparison.Ordinal))
                version = await desk.WriteAsync(article, TextOf(demo, markdown), cancel);
            desk.Publish(article, version, now - demo.Age);
            if (demo.Updated is { } updated)
                article.MarkUpdated(now - updated);
        }
        foreach (var story in _articles.Values.Where(entry => entry.Demo.Translation is not null).GroupBy(entry => entry.Demo.Translation))
        {
            foreach (var (_, article) in story)
                article.TranslationGroup = story.First().Article.Id;
        }
        AddPages(content, markdown);
    }

    private void AddPages(DemoContent content, MarkdownToBlocks markdown)
    {
        foreach (var page in content.Pages)
        {
            Add(new StaticPage
            {
                Slug = page.Slug,
                Language = page.Language.Code,
                Title = page.Title,
                Body = markdown.Convert(page.File),
                Position = Array.IndexOf(PageOrder, page.Slug),
                ModifiedAt = now,
            });
        }
    }

    private ArticleText TextOf(DemoArticle demo, MarkdownToBlocks markdown) => new()
    {
        Title = demo.Title,
        Standfirst = demo.Standfirst,
        Body = markdown.Convert(demo.File),
        HeroId = demo.Picture is { } key ? Known(_pictures, key, demo, "picture").Id : null,
        HeroCaption = demo.Caption,
    };

    private MarkdownReferences References(Func<string, string?> article) => new()
    {
        Picture = key => _pictures.GetValueOrDefault(key)?.Id,
        Article = article,
    };

    private static T Known<T>(Dictionary<string, T> things, string slug, DemoArticle demo, string key) =>
        things.TryGetValue(slug, out var thing) ? thing : throw demo.File.Front.Problem(key, $"there is no '{slug}'");

    private T Add<T>(T thing)
        where T : class, ILogged
    {
        db.Add(thing);
        db.Note(thing);
        return thing;
    }
}
