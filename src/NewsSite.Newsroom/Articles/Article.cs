using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Articles;

/// <summary>
/// An article: its place in the paper and the face that lists show. What it says is kept in versions, which never change;
/// readers see the one whose number is <see cref="PublishedNumber"/>.
/// </summary>
public sealed partial class Article : ILogged
{
    private readonly List<ArticleVersion> _versions = [];
    private readonly List<Byline> _bylines = [];
    private readonly List<ArticleTag> _tags = [];

    private Article()
    {
    }

    /// <param name="ownerId">Who starts it; 0: the paper itself, such as an import.</param>
    public Article(Language language, Section section, DateTimeOffset createdAt, long ownerId = 0)
    {
        Language = language.Code;
        Section = section;
        CreatedAt = createdAt;
        TouchedAt = createdAt;
        OwnerId = ownerId;
    }

    public string Kind => "article";

    public long Id { get; private set; }
    public string Language { get; private set; } = null!;
    public long SectionId { get; private set; }
    public Section Section { get; private set; } = null!;
    public string Slug { get; private set; } = "";
    public ArticleState State { get; private set; } = ArticleState.Draft;

    /// <summary>Title, standfirst, picture and length of the published version, or of the last one before publication.</summary>
    public string Title { get; private set; } = "";
    public string Standfirst { get; private set; } = "";
    public long? HeroId { get; private set; }
    public MediaItem? Hero { get; private set; }
    public int Words { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When readers were last told of a change; null while there was none.</summary>
    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>When anything that readers see changed last, told or not; for machines.</summary>
    public DateTimeOffset ModifiedAt { get; private set; }

    /// <summary>When anybody last worked on it, seen by readers or not; the newsroom's lists stand in this order.</summary>
    public DateTimeOffset TouchedAt { get; private set; }

    /// <summary>Who started it, and may write it without being an editor; 0: nobody of the staff.</summary>
    public long OwnerId { get; private set; }

    /// <summary>Kept above newer articles on the front page.</summary>
    public bool IsPinned { get; set; }

    public int? PublishedNumber { get; private set; }

    /// <summary>Articles with the same number tell the same story in other languages.</summary>
    public long? TranslationGroup { get; set; }

    /// <summary>Counts changes, so that nobody overwrites a newer one silently.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<ArticleVersion> Versions => _versions;
    public IReadOnlyList<Byline> Bylines => _bylines;
    public IReadOnlyList<ArticleTag> Tags => _tags;

    /// <summary>Adds a version that readers may get to see. Before the first publication its title becomes the address.</summary>
    public ArticleVersion Write(ArticleVersion version, DateTimeOffset at)
    {
        Keep(version);
        if (PublishedNumber is null)
        {
            Show(version);
            if (Slug.Length == 0)
                Slug = Platform.Html.Slug.From(version.Title);
        }
        Touch(at);
        return version;
    }

    /// <summary>Adds a version for the newsroom's memory; the article stays as it is.</summary>
    public ArticleVersion Keep(ArticleVersion version)
    {
        _versions.Add(version);
        return version;
    }

    /// <summary>Somebody wrote on it. Until it is published, the newsroom's lists show what they wrote.</summary>
    public void WorkedOn(string title, Section section, Language language, DateTimeOffset at)
    {
        TouchedAt = at;
        if (PublishedNumber is not null)
            return;
        Title = title;
        Section = section;
        SectionId = section.Id;
        Language = language.Code;
    }

    public void File(Section section, DateTimeOffset at)
    {
        Section = section;
        SectionId = section.Id;
        Touch(at);
    }

    public void Rename(string slug)
    {
        if (!Platform.Html.Slug.IsValid(slug))
            throw new ArgumentException($"'{slug}' is not a slug", nameof(slug));
        if (Slug == slug)
            return;
        Slug = slug;
        Version++;
    }

    /// <summary>Sets the authors, in order.</summary>
    public void SignedBy(IReadOnlyList<long> authorIds)
    {
        if (_bylines.OrderBy(byline => byline.Position).Select(byline => byline.AuthorId).SequenceEqual(authorIds.Distinct()))
            return;
        Version++;
        _bylines.RemoveAll(byline => !authorIds.Contains(byline.AuthorId));
        foreach (var (position, authorId) in authorIds.Distinct().Index())
        {
            if (_bylines.Find(byline => byline.AuthorId == authorId) is { } byline)
                byline.Position = position;
            else
                _bylines.Add(new Byline { AuthorId = authorId, Position = position, Language = Language, PublishedAt = Shown });
        }
    }

    public void TaggedWith(IReadOnlyList<long> tagIds)
    {
        if (_tags.Select(tag => tag.TagId).ToHashSet().SetEquals(tagIds))
            return;
        Version++;
        _tags.RemoveAll(tag => !tagIds.Contains(tag.TagId));
        foreach (var tagId in tagIds.Where(tagId => _tags.TrueForAll(tag => tag.TagId != tagId)).Distinct())
            _tags.Add(new ArticleTag { TagId = tagId, Language = Language, PublishedAt = Shown });
    }

    /// <summary>Shows that version to readers from now on.</summary>
    public void Publish(ArticleVersion version, DateTimeOffset at)
    {
        PublishedAt ??= at;
        PublishedNumber = version.Number;
        State = ArticleState.Published;
        Carried(at);
        Show(version);
        Touch(at);
        DateListings();
    }

    /// <summary>Puts the publication at another time, as the paper did that the article comes from.</summary>
    public void Redate(DateTimeOffset publishedAt)
    {
        if (PublishedAt == publishedAt)
            return;
        PublishedAt = publishedAt;
        // Nobody updates what is not published yet.
        if (UpdatedAt <= publishedAt)
            UpdatedAt = null;
        Version++;
        DateListings();
    }

    /// <summary>Tells readers that the article was updated.</summary>
    public void MarkUpdated(DateTimeOffset at)
    {
        UpdatedAt = at;
        Touch(at);
    }

    /// <summary>Keeps the article from readers, in a state before publication.</summary>
    public void Hold(ArticleState state)
    {
        if (state is ArticleState.Published or ArticleState.Scheduled or ArticleState.Binned)
            throw new ArgumentOutOfRangeException(nameof(state), state, "Publish, schedule or bin it instead");
        State = state;
        Version++;
        DateListings();
    }

    private DateTimeOffset? Shown => State == ArticleState.Published ? PublishedAt : null;

    private void Show(ArticleVersion version)
    {
        Title = version.Title;
        Standfirst = version.Standfirst;
        HeroId = version.HeroId;
        Words = version.Body.WordCount();
    }

    private void Touch(DateTimeOffset at)
    {
        ModifiedAt = at;
        TouchedAt = at;
        Version++;
    }

    /// <summary>Lists by author and tag are read in time order from their own tables, so these carry language and time too.</summary>
    private void DateListings()
    {
        foreach (var byline in _bylines)
            (byline.Language, byline.PublishedAt) = (Language, Shown);
        foreach (var tag in _tags)
            (tag.Language, tag.PublishedAt) = (Language, Shown);
    }
}
