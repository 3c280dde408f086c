using NewsSite.Jobs.Postings;
using NewsSite.Platform.Languages;
using NewsSite.Transfer.Demo;
using NewsSite.Transfer.Markdown;

namespace NewsSite.Tests.Transfer.Demo;

public sealed class DemoContentTests
{
    private static readonly DemoContent Content = DemoContent.Read();

    [Fact]
    public void The_paper_is_as_large_as_promised()
    {
        Assert.True(Content.Articles.Count >= 60, $"There are {Content.Articles.Count} articles");
        Assert.Equal(8, Content.Sections.Count);
        Assert.Equal(12, Content.Authors.Count);
        Assert.Equal(24, Content.Postings.Count);
        Assert.Equal(10, Content.Employers.Count);
        Assert.Equal(6, Content.Postings.Count(posting => posting.IsTop));
        Assert.Equal(9, Content.Pages.Count);
        Assert.All(Content.Pages.GroupBy(page => page.Slug), page => Assert.Equal(Language.All.Count, page.Count()));
    }

    [Fact]
    public void Nothing_that_the_paper_has_stands_unused()
    {
        Assert.Empty(Content.Sections.Select(section => section.Slug).Except(Content.Articles.Select(article => article.Section)));
        Assert.Empty(Content.Authors.Select(author => author.Slug).Except(Content.Articles.SelectMany(article => article.Authors)));
        Assert.Empty(Content.Tags.Select(tag => tag.Slug).Except(Content.Articles.SelectMany(article => article.Tags)));
        Assert.Empty(Content.Employers.Select(employer => employer.Slug).Except(Content.Postings.Select(posting => posting.Employer)));
    }

    [Fact]
    public void Everything_that_articles_name_is_there()
    {
        Assert.All(Content.Articles, article =>
        {
            Assert.Contains(article.Section, Content.Sections.Select(section => section.Slug));
            Assert.NotEmpty(article.Authors);
            Assert.Empty(article.Authors.Except(Content.Authors.Select(author => author.Slug)));
            Assert.InRange(article.Tags.Count, 2, 4);
            Assert.Empty(article.Tags.Except(Content.Tags.Select(tag => tag.Slug)));
            Assert.Contains(article.Picture, Content.Pictures.Select(picture => picture.Key));
        });
    }

    [Fact]
    public void Every_body_becomes_blocks_and_all_its_pictures_and_links_are_there()
    {
        var markdown = new MarkdownToBlocks(new MarkdownReferences
        {
            Picture = key => Content.Pictures.Any(picture => picture.Key == key) ? 1 : null,
            Article = slug => Content.Articles.FirstOrDefault(article => article.Slug == slug) is { } linked ? "/news/x/1/" + linked.Slug : null,
        });
        Assert.All(Content.Articles, article => Assert.InRange(markdown.Convert(article.File).WordCount(), 250, 1100));
        Assert.All(Content.Pages, page => Assert.NotEmpty(markdown.Convert(page.File).Root.Content));
        Assert.All(Content.Postings, posting => Assert.InRange(markdown.Convert(posting.File).WordCount(), 100, 700));
    }

    [Fact]
    public void Every_kind_of_block_is_shown_somewhere()
    {
        var markdown = new MarkdownToBlocks(new MarkdownReferences { Picture = _ => 1, Article = _ => "/" });
        var shown = Content.Articles.SelectMany(article => markdown.Convert(article.File).Root.Walk()).Select(block => block.Type).ToHashSet();

        Assert.Superset(
            new HashSet<string> { "heading", "bulletList", "orderedList", "blockquote", "pullQuote", "picture", "gallery", "table", "embed", "horizontalRule", "factBox" },
            shown);
    }

    [Fact]
    public void Every_picture_has_its_files_and_its_words()
    {
        Assert.Equal(Content.Pictures.Count, Content.Pictures.Select(picture => picture.Key).Distinct().Count());
        Assert.All(Content.Pictures, picture => Assert.Equal(Language.All.Count, picture.Alt.Count));
        Assert.Equal(
            Content.Pictures.SelectMany(picture => new[] { 400, 800, 1600 }.Select(width => $"Demo/Pictures/{picture.Key}-{width}.webp")).Order(StringComparer.Ordinal),
            DemoFiles.In("Pictures"));
        Assert.Equal(Content.Authors.Select(author => $"Demo/Portraits/{author.Slug}.webp").Order(StringComparer.Ordinal), DemoFiles.In("Portraits"));
        Assert.Equal(Content.Employers.Select(employer => $"Demo/Logos/{employer.Slug}.webp").Order(StringComparer.Ordinal), DemoFiles.In("Logos"));
    }

    [Fact]
    public void A_story_that_is_translated_exists_in_every_language_once()
    {
        var stories = Content.Articles.Where(article => article.Translation is not null).GroupBy(article => article.Translation).ToList();

        Assert.Equal(4, stories.Count);
        Assert.All(stories, story => Assert.Equal(["en", "fr", "nl"], story.Select(article => article.Language.Code).Order()));
    }

    [Fact]
    public void Every_job_says_what_applicants_want_to_know()
    {
        Assert.All(Content.Postings, posting =>
        {
            Assert.Contains(posting.Category, Content.Categories.Select(category => category.Slug));
            Assert.Contains(posting.Employer, Content.Employers.Select(employer => employer.Slug));
            Assert.True(posting.Salary is not null || posting.Contract == Contract.Volunteer, posting.Title);
            Assert.True(posting.ApplyMail.Length > 0 || posting.ApplyUrl.Length > 0, posting.Title);
            Assert.True(posting.Closes > TimeSpan.Zero);
        });
    }

    [Fact]
    public void Sections_name_categories_that_exist() =>
        Assert.Empty(Content.Sections.SelectMany(section => section.JobCategories).Except(Content.Categories.Select(category => category.Slug)));
}
