using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Jobs.Applications;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Jobs.Postings;

internal sealed class PostingTable : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> builder)
    {
        builder.ToTable("postings");
        builder.Ignore(posting => posting.Kind);
        builder.Ignore(posting => posting.Salary);
        builder.Ignore(posting => posting.ApplyWay);
        builder.Property(posting => posting.Version).IsConcurrencyToken();
        builder.HasOne(posting => posting.Employer).WithMany().HasForeignKey(posting => posting.EmployerId);
        builder.HasOne(posting => posting.Category).WithMany().HasForeignKey(posting => posting.CategoryId);
        builder.HasMany(posting => posting.Places).WithOne().HasForeignKey(place => place.PostingId);
        builder.Property(posting => posting.ApplyForm).HasConversion(form => form!.ToJson(), stored => ApplyForm.Stored(stored));
        builder.Property(posting => posting.Description).HasConversion(body => body.ToJson(), stored => BlockDocument.Stored(stored));
    }
}

internal sealed class PostingPlaceTable : IEntityTypeConfiguration<PostingPlace>
{
    public void Configure(EntityTypeBuilder<PostingPlace> builder) => builder.ToTable("posting_places");
}
