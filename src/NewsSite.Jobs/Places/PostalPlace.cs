using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Places;

/// <summary>A place with one of its postal codes, as a row of the gazetteer's table. A town with several codes has several.</summary>
public sealed class PostalPlace
{
    public long Id { get; private set; }

    /// <summary>ISO 3166.</summary>
    public required string Country { get; init; }
    public required string PostalCode { get; init; }

    /// <summary>As its source writes it; together with country and code it says which row this is.</summary>
    public required string Name { get; init; }

    /// <summary>Its names in the paper's languages, where they are known.</summary>
    public LocalizedText Names { get; set; } = LocalizedText.Empty;

    /// <summary>The municipality that it lies in, in the language in which it was named first; empty: not known.</summary>
    public string Municipality { get; set; } = "";

    /// <summary>Of the municipality that it gives its name to; 0: not known.</summary>
    public int Inhabitants { get; set; }

    /// <summary>In degrees (WGS 84).</summary>
    public required double Latitude { get; set; }

    /// <inheritdoc cref="Latitude"/>
    public required double Longitude { get; set; }
}

/// <summary>The table as a whole: it changes by imports, so one line of the change log stands for all of it.</summary>
internal sealed record PlaceTable : ILogged
{
    public const string Noun = "places";

    public static readonly PlaceTable Whole = new();

    public string Kind => Noun;

    public long Id => 0;
}

internal sealed class PostalPlaceTable : IEntityTypeConfiguration<PostalPlace>
{
    public void Configure(EntityTypeBuilder<PostalPlace> builder) => builder.ToTable("places");
}
