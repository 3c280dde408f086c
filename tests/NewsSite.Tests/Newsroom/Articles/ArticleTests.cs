using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.Tests.Newsroom.Articles;

public sealed class ArticleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 18, 12, 0, 0, TimeSpan.Zero);

    private readonly Article _article = new(Language.English, new Section { Slug = "city", Name = new LocalizedText(Language.English, "City") }, Noon);

    [Fact]
    public void Before_publication_the_face_follows_the_last_version()
    {
        Write("First title", 1);
        Write("Second title", 2);

        Assert.Equal(("Second title", "first-title", ArticleState.Draft, 2), (_article.Title, _article.Slug, _article.State, _article.Words));
    }

    [Fact]
    public void After_publication_readers_see_the_published_version_until_the_next()
    {
        _article.Publish(Write("Published", 1), Noon);
        var next = Write("Worked on", 2);
        Assert.Equal(("Published", 1), (_article.Title, _article.PublishedNumber));

        _article.Publish(next, Noon.AddHours(1));
        Assert.Equal(("Worked on", 2, "published", Noon), (_article.Title, _article.PublishedNumber, _article.Slug, _article.PublishedAt));
    }

    [Fact]
    public void Publishing_again_keeps_the_first_time()
    {
        var version = Write("Title", 1);
        _article.Publish(version, Noon);
        _article.Hold(ArticleState.Unpublished);
        _article.Publish(version, Noon.AddDays(1));

        Assert.Equal((Noon, ArticleState.Published), (_article.PublishedAt, _article.State));
    }

    [Theory]
    [InlineData(ArticleState.Published)]
    [InlineData(ArticleState.Scheduled)]
    public void Holding_cannot_publish(ArticleState state) => Assert.Throws<ArgumentOutOfRangeException>(() => _article.Hold(state));

    [Fact]
    public void Lists_by_author_and_tag_know_the_time_only_while_readers_see_the_article()
    {
        _article.SignedBy([7, 3]);
        _article.TaggedWith([5]);
        Assert.All(Times(), Assert.Null);

        _article.Publish(Write("Title", 1), Noon);
        _article.SignedBy([3, 9]);
        _article.TaggedWith([5, 6]);
        Assert.All(Times(), time => Assert.Equal(Noon, time));

        _article.Hold(ArticleState.Unpublished);
        Assert.All(Times(), Assert.Null);
    }

    [Fact]
    public void Authors_stand_in_the_order_given_and_once_each()
    {
        _article.SignedBy([7, 3, 7]);
        _article.SignedBy([9, 7]);

        Assert.Equal([9, 7], _article.Bylines.OrderBy(byline => byline.Position).Select(byline => byline.AuthorId));
    }

    [Fact]
    public void Every_change_counts_so_that_nobody_overwrites_a_newer_one()
    {
        var versions = new List<int> { _article.Version };
        void Then(Action change)
        {
            change();
            versions.Add(_article.Version);
        }

        Then(() => Write("Title", 1));
        Then(() => _article.Rename("title-2"));
        Then(() => _article.SignedBy([1]));
        Then(() => _article.TaggedWith([1]));
        Then(() => _article.Schedule(Noon));
        Then(() => _article.Hold(ArticleState.InReview));
        Then(() => _article.Publish(_article.Versions[0], Noon));
        Then(() => _article.MarkUpdated(Noon));
        Then(() => _article.File(_article.Section, Noon));

        Assert.Equal(versions.Distinct().Order(), versions);
    }

    [Fact]
    public void What_changes_nothing_does_not_count()
    {
        _article.SignedBy([1, 2]);
        _article.TaggedWith([1, 2]);
        var version = _article.Version;

        _article.SignedBy([1, 2]);
        _article.TaggedWith([2, 1]);
        _article.Rename(_article.Slug.Length == 0 ? "x" : _article.Slug);
        _article.Rename("x");

        Assert.Equal(version + 1, _article.Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Not A Slug")]
    [InlineData("../up")]
    public void An_address_is_a_slug_or_nothing(string slug) => Assert.Throws<ArgumentException>(() => _article.Rename(slug));

    private IEnumerable<DateTimeOffset?> Times() =>
        _article.Bylines.Select(byline => byline.PublishedAt).Concat(_article.Tags.Select(tag => tag.PublishedAt));

    private ArticleVersion Write(string title, int number) =>
        _article.Write(new ArticleVersion(number, new ArticleText { Title = title, Body = BlockDocument.Of([Block.Paragraph("Two words")]) }, Editor.Paper, Noon), Noon);
}
