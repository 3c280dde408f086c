using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Occupations;

/// <summary>An occupation with all names that it goes by: who asks for one of them finds adverts with the others.</summary>
public sealed class Occupation : ILogged
{
    public const string Noun = "occupation";

    /// <summary>The longest name of an occupation in ESCO has some 120 characters.</summary>
    public const int LongestName = 160;

    /// <summary>Of all names in one language with their line ends.</summary>
    public const int LongestNames = 8000;

    public string Kind => Noun;

    public long Id { get; private set; }

    /// <summary>What it is in the list that it came from, such as its address in ESCO; empty: the desk added it.</summary>
    public required string Concept { get; init; }

    /// <summary>A name on each line, the usual one first.</summary>
    public required LocalizedText Names { get; set; }

    /// <summary>All names in lower case, to search in; always made from the names.</summary>
    public string Words
    {
        get => string.Join('\n', Languages().Select(Names.Own)).ToLowerInvariant();
        private set => _ = value;
    }

    /// <summary>Its usual name, by which the desk's list stands in order; always made from the names.</summary>
    public string Label
    {
        get => Title.ToLowerInvariant();
        private set => _ = value;
    }

    /// <summary>The desk changed what came from a list: imports leave it as it is.</summary>
    public bool IsEdited { get; set; }

    /// <summary>The desk removed what came from a list: an import must not bring it back.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>Counts changes, so that nobody overwrites a newer one silently.</summary>
    public int Version { get; set; }

    public string Title => Languages().SelectMany(In).FirstOrDefault() ?? "";

    public IReadOnlyList<string> In(Language language) => Names.Own(language).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One name a line, without doubles, too long ones and empty lines.</summary>
    public static string Lines(IEnumerable<string> names) => string.Join('\n', names
        .Select(name => string.Join(' ', name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)))
        .Where(name => name.Length is > 0 and <= LongestName).DistinctBy(name => name.ToUpperInvariant()));

    private IEnumerable<Language> Languages() => Language.All.Where(Names.Has);
}

/// <summary>The table as a whole, where an import changes much of it.</summary>
internal sealed record OccupationTable : ILogged
{
    public static readonly OccupationTable Whole = new();

    public string Kind => Occupation.Noun;

    public long Id => 0;
}

internal sealed class OccupationMapping : IEntityTypeConfiguration<Occupation>
{
    public void Configure(EntityTypeBuilder<Occupation> builder)
    {
        builder.ToTable("occupations");
        builder.Ignore(occupation => occupation.Kind);
        builder.Ignore(occupation => occupation.Title);
        builder.Property(occupation => occupation.Words).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Property(occupation => occupation.Label).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Property(occupation => occupation.Version).IsConcurrencyToken();
    }
}
