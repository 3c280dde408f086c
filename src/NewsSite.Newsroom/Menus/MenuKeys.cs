using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Newsroom.Menus;

/// <summary>A number for each line of a menu that stays with it wherever it is moved, so that an order can be sent as numbers.</summary>
public static class MenuKeys
{
    public static IReadOnlyList<(long Key, MenuItem Item)> Of(IReadOnlyList<MenuItem> items)
    {
        var seen = new Dictionary<MenuItem, int>();
        return [.. items.Select(item => (Key(item, seen[item] = seen.GetValueOrDefault(item) + 1), item))];
    }

    /// <summary>The lines in that order; null where it does not name each line once.</summary>
    public static IReadOnlyList<MenuItem>? InOrder(IReadOnlyList<MenuItem> items, IReadOnlyList<long> keys)
    {
        var lines = Of(items).DistinctBy(line => line.Key).ToDictionary(line => line.Key, line => line.Item);
        return lines.Count == items.Count && keys.Count == items.Count && lines.Keys.ToHashSet().SetEquals(keys) ? [.. keys.Select(key => lines[key])] : null;
    }

    /// <param name="which">Lines that say the same are counted.</param>
    private static long Key(MenuItem item, int which) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{item.Kind}\n{item.Id}\n{item.Text}\n{item.Address}\n{which}"))));
}
