using System.Globalization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsSite.Newsroom.WorkingCopies;

/// <summary>Ids in order as numbers separated by spaces: a working copy is read and written whole, never searched by them.</summary>
internal static class IdList
{
    public static readonly ValueConverter<IReadOnlyList<long>, string> Converter = new(
        ids => string.Join(' ', ids), stored => Parse(stored));

    public static readonly ValueComparer<IReadOnlyList<long>> Comparer = new(
        (left, right) => left!.SequenceEqual(right!), ids => ids.Aggregate(0, (hash, id) => HashCode.Combine(hash, id)));

    /// <summary>For a column that older rows do not fill.</summary>
    public static readonly ValueConverter<IReadOnlyList<long>?, string?> OptionalConverter = new(
        ids => ids == null ? null : string.Join(' ', ids), stored => stored == null ? null : Parse(stored));

    public static readonly ValueComparer<IReadOnlyList<long>?> OptionalComparer = new(
        (left, right) => left == null || right == null ? left == right : left.SequenceEqual(right), ids => ids == null ? 0 : ids.Aggregate(0, (hash, id) => HashCode.Combine(hash, id)));

    private static List<long> Parse(string stored) =>
        [.. stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture))];
}
