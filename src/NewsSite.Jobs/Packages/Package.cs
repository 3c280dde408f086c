using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Packages;

/// <summary>What an employer chooses for a posting. Which there are is fixed; their words, price and terms are the desk's.</summary>
public sealed class Package : ILogged
{
    public const string Noun = "package";
    public const int LongestName = 80;
    public const int LongestText = 400;

    public string Kind => Noun;

    public long Id { get; private set; }

    /// <summary>Such as top-14; in forms and reports.</summary>
    public required string Code { get; init; }
    public required LocalizedText Name { get; set; }

    /// <summary>What is in it, in a sentence or two.</summary>
    public LocalizedText Text { get; set; } = LocalizedText.Empty;
    public int Position { get; init; }

    /// <summary>How long the posting is a Top job; 0: not at all.</summary>
    public int TopDays { get; init; }

    /// <inheritdoc cref="Packages.Price.Net"/>
    public long Net { get; set; }

    /// <inheritdoc cref="Packages.Price.VatRate"/>
    public int VatRate { get; set; }

    /// <summary>The posting waits until it is paid.</summary>
    public bool IsPaidFirst { get; set; }

    /// <summary>Employers may choose it.</summary>
    public bool IsOffered { get; set; }
    public int Version { get; set; }

    public Price Price => new(Net, VatRate);
}

internal sealed class PackageTable : IEntityTypeConfiguration<Package>
{
    public void Configure(EntityTypeBuilder<Package> builder)
    {
        builder.ToTable("packages");
        builder.Ignore(package => package.Kind);
        builder.Ignore(package => package.Price);
        builder.Property(package => package.Version).IsConcurrencyToken();
    }
}
