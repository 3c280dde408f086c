using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Jobs.Applications;

internal sealed class ApplicationTable : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable("applications");
        builder.Ignore(application => application.HasCv);
        builder.Property(application => application.Version).IsConcurrencyToken();
        builder.HasOne(application => application.Posting).WithMany().HasForeignKey(application => application.PostingId);
        // Written once.
        builder.Property(application => application.Answers).HasConversion(
            answers => JsonSerializer.Serialize(answers, JsonSerializerOptions.Web),
            stored => JsonSerializer.Deserialize<List<ApplyAnswer>>(stored, JsonSerializerOptions.Web)!,
            new ValueComparer<IReadOnlyList<ApplyAnswer>>((one, other) => ReferenceEquals(one, other), answers => answers.Count, answers => answers));
    }
}

internal sealed class ApplicationEntryTable : IEntityTypeConfiguration<ApplicationEntry>
{
    public void Configure(EntityTypeBuilder<ApplicationEntry> builder)
    {
        builder.ToTable("application_entries");
        builder.HasOne<Application>().WithMany().HasForeignKey(entry => entry.ApplicationId);
    }
}
