using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.WorkingCopies;

/// <summary>How far the work on an article is.</summary>
public enum WorkStage
{
    Draft,

    /// <summary>Handed in, waiting for an editor.</summary>
    InReview,

    /// <summary>Read and ready to be published.</summary>
    Ready,
}

/// <summary>
/// What the desk is writing: everything of an article that an editor can change, saved every few seconds and seen by no reader
/// until it is published. An article has one at most; without one, the desk starts from what is published.
/// </summary>
public sealed class WorkingCopy
{
    private readonly List<CopyPicture> _pictures = [];

    public required long ArticleId { get; init; }

    /// <summary>Counts saves. A save names the revision that it started from; a newer one is never overwritten.</summary>
    public int Revision { get; private set; }

    public string Title { get; private set; } = "";
    public string Standfirst { get; private set; } = "";
    public BlockDocument Body { get; private set; } = BlockDocument.Empty;
    public long? HeroId { get; private set; }
    public string HeroCaption { get; private set; } = "";
    public string SearchTitle { get; private set; } = "";
    public string SearchText { get; private set; } = "";
    public long SectionId { get; private set; }
    public string Slug { get; private set; } = "";

    /// <summary>Ids in order.</summary>
    public IReadOnlyList<long> AuthorIds { get; private set; } = [];
    public IReadOnlyList<long> TagIds { get; private set; } = [];

    /// <summary>Authors and tags as words, to find the copies that name one; always made from their ids.</summary>
    public string Names
    {
        get => string.Concat(AuthorIds.Select(AuthorName).Concat(TagIds.Select(TagName)));
        private set => _ = value;
    }

    public WorkStage Stage { get; private set; }

    /// <summary>A word to whoever works on it next, such as why it was sent back.</summary>
    public string StageNote { get; private set; } = "";

    /// <summary>Who handed it on last.</summary>
    public string StageByName { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }
    public long SavedById { get; private set; }
    public string SavedByName { get; private set; } = "";

    /// <summary>What the text shows, for who looks for a picture's uses.</summary>
    public IReadOnlyList<CopyPicture> Pictures => _pictures;

    public ArticleContent Content => new()
    {
        Text = new ArticleText
        {
            Title = Title,
            Standfirst = Standfirst,
            Body = Body,
            HeroId = HeroId,
            HeroCaption = HeroCaption,
            SearchTitle = SearchTitle,
            SearchText = SearchText,
        },
        SectionId = SectionId,
        Slug = Slug,
        AuthorIds = AuthorIds,
        TagIds = TagIds,
    };

    public void Save(ArticleContent content, Editor by, DateTimeOffset at)
    {
        (Title, Standfirst, Body) = (content.Text.Title, content.Text.Standfirst, content.Text.Body);
        (HeroId, HeroCaption) = (content.Text.HeroId, content.Text.HeroCaption);
        (SearchTitle, SearchText) = (content.Text.SearchTitle, content.Text.SearchText);
        (SectionId, Slug) = (content.SectionId, content.Slug);
        (AuthorIds, TagIds) = ([.. content.AuthorIds], [.. content.TagIds]);
        ShownPicture.Follow(_pictures, HeroId, Body, media => new CopyPicture { MediaId = media });
        Sign(by, at);
    }

    /// <summary>Hands it in, sends it back or calls it ready, with a word why.</summary>
    public void Move(WorkStage stage, string note, Editor by, DateTimeOffset at)
    {
        (Stage, StageNote, StageByName) = (stage, note, by.Name);
        Sign(by, at);
    }

    /// <summary>A tag was merged into another. No save of anybody's: what is open elsewhere goes on.</summary>
    public void Retag(long tag, long into) => TagIds = [.. TagIds.Select(id => id == tag ? into : id).Distinct()];

    /// <summary>An author was merged into another.</summary>
    public void Resign(long author, long into) => AuthorIds = [.. AuthorIds.Select(id => id == author ? into : id).Distinct()];

    /// <summary>How an author stands in <see cref="Names"/>.</summary>
    internal static string AuthorName(long id) => string.Create(CultureInfo.InvariantCulture, $" a{id} ");

    /// <inheritdoc cref="AuthorName"/>
    internal static string TagName(long id) => string.Create(CultureInfo.InvariantCulture, $" t{id} ");

    private void Sign(Editor by, DateTimeOffset at)
    {
        Revision++;
        (SavedAt, SavedById, SavedByName) = (at, by.UserId, by.Name);
    }
}

internal sealed class WorkingCopyTable : IEntityTypeConfiguration<WorkingCopy>
{
    public void Configure(EntityTypeBuilder<WorkingCopy> builder)
    {
        builder.ToTable("working_copies");
        builder.HasKey(copy => copy.ArticleId);
        builder.Property(copy => copy.ArticleId).ValueGeneratedNever();
        builder.Property(copy => copy.Revision).IsConcurrencyToken();
        builder.Property(copy => copy.Body).HasConversion(body => body.ToJson(), stored => BlockDocument.Stored(stored));
        builder.Property(copy => copy.AuthorIds).HasConversion(IdList.Converter, IdList.Comparer);
        builder.Property(copy => copy.TagIds).HasConversion(IdList.Converter, IdList.Comparer);
        builder.Property(copy => copy.Names).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Ignore(copy => copy.Content);
        // A save compares them with what it writes.
        builder.Navigation(copy => copy.Pictures).AutoInclude();
        builder.HasOne<Article>().WithMany().HasForeignKey(copy => copy.ArticleId);
    }
}
