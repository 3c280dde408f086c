using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsSite.Newsroom.Publishing;

/// <summary>What an article said wrongly, told to its readers. It is never rewritten: a wrong one is taken back and another made.</summary>
public sealed record Correction
{
    public const int MaxText = 1000;

    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The version that readers saw with it first.</summary>
    public required int Number { get; init; }
    public required string ByName { get; init; }

    /// <summary>From then on only the newsroom sees it.</summary>
    public DateTimeOffset? TakenBackAt { get; init; }

    /// <summary>An article has few, and its page shows them all: they lie in its row, so that reading it costs no query more.</summary>
    internal static readonly ValueConverter<IReadOnlyList<Correction>, string> Converter = new(
        corrections => JsonSerializer.Serialize(corrections, JsonSerializerOptions.Web),
        stored => JsonSerializer.Deserialize<List<Correction>>(stored, JsonSerializerOptions.Web)!);

    internal static readonly ValueComparer<IReadOnlyList<Correction>> Comparer = new(
        (left, right) => left!.SequenceEqual(right!),
        corrections => corrections.Aggregate(0, (hash, correction) => HashCode.Combine(hash, correction)));
}
