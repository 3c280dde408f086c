using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Search.Figures;

/// <summary>Which page was asked; stored by name.</summary>
public enum SearchedIn
{
    Paper,
    Jobs,
}

/// <summary>How often these words were asked on one day. Nothing says by whom.</summary>
public sealed class SearchFigure
{
    public required DateOnly Day { get; init; }
    public required SearchedIn AskedIn { get; init; }

    /// <summary>As <see cref="AskedWords"/> keeps them. Empty: all whose words are not kept, together.</summary>
    public required string Words { get; init; }

    public int Asked { get; set; }

    /// <summary>How many of them found nothing.</summary>
    public int Empty { get; set; }
}

/// <summary>How often readers who asked these words on one day opened this thing.</summary>
public sealed class SearchChoice
{
    public required DateOnly Day { get; init; }
    public required SearchedIn AskedIn { get; init; }
    public required string Words { get; init; }

    /// <summary>The thing's noun in the change log.</summary>
    public required string Kind { get; init; }
    public required long ThingId { get; init; }
    public int Times { get; set; }
}

internal sealed class SearchFigureTable : IEntityTypeConfiguration<SearchFigure>
{
    public void Configure(EntityTypeBuilder<SearchFigure> builder)
    {
        builder.ToTable("search_figures");
        builder.HasKey(figure => new { figure.Day, figure.AskedIn, figure.Words });
    }
}

internal sealed class SearchChoiceTable : IEntityTypeConfiguration<SearchChoice>
{
    public void Configure(EntityTypeBuilder<SearchChoice> builder)
    {
        builder.ToTable("search_choices");
        builder.HasKey(choice => new { choice.Day, choice.AskedIn, choice.Words, choice.Kind, choice.ThingId });
    }
}
