using NewsSite.Platform.Paging;

namespace NewsSite.Web.Pages.Shared;

/// <summary>The ways on from a page of a list: back to its start, or to what is older.</summary>
public sealed record Paging(string? NewestAddress, string? OlderAddress)
{
    /// <param name="list">The list's path, without a query or with one that must be kept.</param>
    public static Paging Of<T>(string list, ListPage<T> page, ListKey? before, Func<T, ListKey> key) => new(
        before is null ? null : list,
        page.HasMore && page.Items.Count > 0 ? $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}before={key(page.Items[^1])}" : null);
}
