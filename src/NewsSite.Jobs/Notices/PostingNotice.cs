using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Jobs.Postings;

namespace NewsSite.Jobs.Notices;

/// <summary>What an employer is told of a posting by itself; stored by name.</summary>
public enum NoticeSubject
{
    /// <summary>It closes in three days.</summary>
    ClosesSoon,

    /// <summary>It has closed; with its figures.</summary>
    Closed,
}

/// <summary>A mail about a posting was written: the row and the mail are one write, so that it is written once.</summary>
public sealed class PostingNotice
{
    public required long PostingId { get; init; }
    public required NoticeSubject Subject { get; init; }

    /// <summary>When it closes or closed; a renewed posting is told of anew.</summary>
    public required DateTimeOffset About { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
}

internal sealed class PostingNoticeTable : IEntityTypeConfiguration<PostingNotice>
{
    public void Configure(EntityTypeBuilder<PostingNotice> builder)
    {
        builder.ToTable("posting_notices");
        builder.HasKey(notice => new { notice.PostingId, notice.Subject, notice.About });
        builder.HasOne<Posting>().WithMany().HasForeignKey(notice => notice.PostingId);
    }
}
