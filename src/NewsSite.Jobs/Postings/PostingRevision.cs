using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Jobs.Postings;

/// <summary>What an employer wants a job to say that readers see already: they go on seeing the old text until the desk has agreed. One at most.</summary>
public sealed class PostingRevision
{
    public long Id { get; private set; }
    public required long PostingId { get; init; }

    /// <summary>As <see cref="PostingContent.ToJson"/> gave it.</summary>
    public required string Content { get; set; }

    /// <summary>As Accounts numbers them.</summary>
    public required long UserId { get; set; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>An advert that a company uses again, under a name of its own.</summary>
public sealed class PostingTemplate
{
    public long Id { get; private set; }
    public required long EmployerId { get; init; }
    public required string Name { get; set; }

    /// <inheritdoc cref="PostingRevision.Content"/>
    public required string Content { get; set; }
}

internal sealed class PostingRevisionTable : IEntityTypeConfiguration<PostingRevision>
{
    public void Configure(EntityTypeBuilder<PostingRevision> builder)
    {
        builder.ToTable("posting_revisions");
        builder.HasOne<Posting>().WithMany().HasForeignKey(revision => revision.PostingId);
    }
}

internal sealed class PostingTemplateTable : IEntityTypeConfiguration<PostingTemplate>
{
    public void Configure(EntityTypeBuilder<PostingTemplate> builder)
    {
        builder.ToTable("posting_templates");
        builder.HasOne<Employers.Employer>().WithMany().HasForeignKey(template => template.EmployerId);
    }
}
