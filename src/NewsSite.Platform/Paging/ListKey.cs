using System.Globalization;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Paging;

/// <summary>
/// A place in a list that is sorted newest first: paging by key costs the same on the last page as on the first, and new
/// items at the top move nothing. Written in addresses as microseconds and id, such as 1763808000000000-42.
/// </summary>
public readonly record struct ListKey(DateTimeOffset At, long Id)
{
    /// <summary>The first instant that .NET can hold, in microseconds since 1970.</summary>
    private const long BeginningOfTime = -62_135_596_800_000_000;

    /// <summary>The first instant that .NET cannot hold, in microseconds since 1970.</summary>
    private const long EndOfTime = 253_402_300_800_000_000;

    public static ListKey? Parse(string? text)
    {
        var dash = text?.LastIndexOf('-') ?? -1;
        return dash > 0 && text![0] != '+'
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) && at is >= BeginningOfTime and < EndOfTime
            && long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? new ListKey(Microseconds.ToInstant(at), id)
                : null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Microseconds.FromInstant(At)}-{Id}");
}

/// <summary>One page of a list, and whether it goes on.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Items, bool HasMore)
{
    /// <summary>From where on the page before this one lies; null: it is the list's start, or this is.</summary>
    public ListKey? Newer { get; init; }

    /// <summary>Makes a page of a query that took one item more than the page holds.</summary>
    public static ListPage<T> Of(List<T> oneMore, int size) =>
        oneMore.Count > size ? new(oneMore[..size], true) : new(oneMore, false);
}
