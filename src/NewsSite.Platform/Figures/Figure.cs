using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Database;

namespace NewsSite.Platform.Figures;

/// <summary>How often readers did this with a thing on one day. Nothing says who.</summary>
public sealed class Figure
{
    /// <summary>The thing's noun in the change log.</summary>
    public required string Kind { get; init; }
    public required long ThingId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>What was done, such as "view".</summary>
    public required string Act { get; init; }
    public int Times { get; set; }
}

/// <summary>One thing that a reader did.</summary>
public readonly record struct Sighting(string Kind, long Id, string Act);

/// <summary>A kind of things that is counted; each module registers its own. What is not registered is refused.</summary>
/// <param name="Acts">What can be done with them.</param>
/// <param name="Existing">Those of these ids that there are: anybody can send a number.</param>
public sealed record CountedKind(string Kind, IReadOnlyList<string> Acts, Func<NewsDb, IReadOnlyCollection<long>, CancellationToken, Task<IReadOnlyCollection<long>>> Existing);

internal sealed class FigureTable : IEntityTypeConfiguration<Figure>
{
    public void Configure(EntityTypeBuilder<Figure> builder)
    {
        builder.ToTable("figures");
        builder.HasKey(figure => new { figure.Kind, figure.ThingId, figure.Day, figure.Act });
    }
}
