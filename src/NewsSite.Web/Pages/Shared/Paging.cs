using NewsSite.Platform.Paging;

namespace NewsSite.Web.Pages.Shared;

/// <summary>The ways on from a page of a list: back to its start, to the page before, to what is older.</summary>
public sealed record Paging
{
    /// <summary>Null where the page before is the start.</summary>
    public string? NewestAddress { get; private init; }
    public string? NewerAddress { get; private init; }
    public string? OlderAddress { get; private init; }

    /// <param name="list">The list's path, without a query or with one that must be kept.</param>
    public static Paging Of<T>(string list, ListPage<T> page, ListKey? before, Func<T, ListKey> key)
    {
        var from = list + (list.Contains('?', StringComparison.Ordinal) ? "&before=" : "?before=");
        return new Paging
        {
            NewestAddress = page.Newer is null ? null : list,
            NewerAddress = before is null ? null : page.Newer is { } newer ? from + newer : list,
            OlderAddress = page.HasMore && page.Items.Count > 0 ? from + key(page.Items[^1]) : null,
        };
    }
}
