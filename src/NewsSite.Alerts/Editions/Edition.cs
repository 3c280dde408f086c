using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Alerts.Mailings;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;

namespace NewsSite.Alerts.Editions;

/// <summary>
/// One morning's briefing or one week in a language. Editors may greet, choose and order beforehand; it is made by rule where they did
/// not, and once it is made it stays as it is.
/// </summary>
public sealed class Edition
{
    public const int MaxGreeting = 1000;
    public const int MaxSponsor = 300;
    public const int MostItems = 20;

    public long Id { get; private set; }

    /// <summary>Morning or Weekly.</summary>
    public required MailingKind Kind { get; init; }
    public required string Language { get; init; }

    /// <summary>Where the paper is.</summary>
    public required DateOnly Day { get; init; }
    public string Greeting { get; set; } = "";
    public string SponsorText { get; set; } = "";

    /// <summary>Absolute; empty: none.</summary>
    public string SponsorAddress { get; set; } = "";

    /// <summary>What editors have chosen, in order; none: by rule.</summary>
    public IReadOnlyList<long> Chosen => [.. ChosenIds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    /// <summary>The same, parted by spaces.</summary>
    public string ChosenIds { get; set; } = "";
    public string ArrangedBy { get; set; } = "";

    /// <summary>Null: still to be made.</summary>
    public DateTimeOffset? MadeAt { get; set; }
    public int Version { get; set; }
}

internal sealed class EditionTable : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("editions");
        builder.Property(edition => edition.Version).IsConcurrencyToken();
        builder.Ignore(edition => edition.Chosen);
    }
}

/// <summary>A thing stands in one edition of its kind and language, ever: that is its key.</summary>
public sealed class EditionItem
{
    public required MailingKind Kind { get; init; }
    public required string Language { get; init; }
    public required string ItemKind { get; init; }
    public required long ItemId { get; init; }
    public required long EditionId { get; init; }
    public required int Position { get; init; }

    public DocumentKey Item => new(ItemKind, ItemId);
}

internal sealed class EditionItemTable : IEntityTypeConfiguration<EditionItem>
{
    public void Configure(EntityTypeBuilder<EditionItem> builder)
    {
        builder.ToTable("edition_items");
        builder.HasKey(item => new { item.Kind, item.Language, item.ItemKind, item.ItemId });
        builder.Ignore(item => item.Item);
    }
}

/// <summary>Asks for what a letter may hold: published since then in the language, what weighs most first. The host knows the paper.</summary>
public delegate Task<IReadOnlyList<DocumentKey>> FindNews(Language language, DateTimeOffset since, int size, CancellationToken cancel);
