using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Jobs.Employers;

/// <summary>A company or body that posts jobs.</summary>
public sealed class Employer : ILogged
{
    public string Kind => "employer";

    public long Id { get; private set; }
    public required string Slug { get; set; }
    public required string Name { get; set; }

    /// <summary>A few sentences, in <see cref="Language"/>; plain text.</summary>
    public string About { get; set; } = "";
    public string Language { get; set; } = "en";
    public string Website { get; set; } = "";
    public Rendition? Logo { get; set; }

    /// <summary>As <see cref="Employers.VatNumber"/> keeps it; empty: not given.</summary>
    public string VatNumber { get; set; } = "";

    /// <summary>Where it is, a line each.</summary>
    public string Places { get; set; } = "";

    /// <summary>Web addresses of it elsewhere, a line each.</summary>
    public string Links { get; set; } = "";

    /// <summary>Of its people's mail addresses: who has one may ask to join. Empty: nobody may.</summary>
    public string MailDomain { get; set; } = "";

    /// <summary>Whether what it posts goes online without the desk looking first.</summary>
    public bool IsTrusted { get; set; }

    /// <summary>Counts changes, so that nobody overwrites a newer one silently.</summary>
    public int Version { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class EmployerTable : IEntityTypeConfiguration<Employer>
{
    public void Configure(EntityTypeBuilder<Employer> builder)
    {
        builder.ToTable("employers");
        builder.Ignore(employer => employer.Kind);
        builder.Property(employer => employer.Version).IsConcurrencyToken();
        builder.Property(employer => employer.Logo).HasConversion(
            logo => JsonSerializer.Serialize(logo, JsonSerializerOptions.Default),
            stored => JsonSerializer.Deserialize<Rendition>(stored, JsonSerializerOptions.Default));
    }
}
