namespace NewsSite.Newsroom.Redirects;

/// <summary>Why an address cannot lead to another.</summary>
public enum RedirectProblem
{
    None,

    /// <summary>No path of this site, or too long.</summary>
    NoOldAddress,

    /// <summary>Neither a path of this site nor an http or https address.</summary>
    NoTarget,

    /// <summary>Something lives there: readers would never be led on.</summary>
    IsAlive,

    /// <summary>It leads somewhere already.</summary>
    IsKnown,

    /// <summary>It would lead back to itself.</summary>
    IsLoop,
}

/// <summary>A redirect as somebody wishes it, in the normal form of both addresses.</summary>
public sealed record RedirectRule(string From, string To)
{
    /// <summary>Normalises both addresses; what lies under the site's own public address becomes a path.</summary>
    /// <param name="origin">The site's public address without a path.</param>
    public static (RedirectRule? Rule, RedirectProblem Problem) Of(string from, string to, string origin)
    {
        if (OldPathOf(from.Trim(), origin) is not { } path || path == "/")
            return (null, RedirectProblem.NoOldAddress);
        var target = Own(to.Trim(), origin);
        var isPath = target.StartsWith('/') && Platform.Html.Link.IsAllowed(target, []);
        if (target.Length is 0 or > OldAddress.MaxLength || !(isPath || Platform.Html.Link.IsWeb(target)))
            return (null, RedirectProblem.NoTarget);
        return isPath && OldPathOf(target, origin) == path ? (null, RedirectProblem.IsLoop) : (new RedirectRule(path, target), RedirectProblem.None);
    }

    /// <summary>The normal form of what a target's own path is looked up by; null where it leads to another site.</summary>
    internal static string? OldPathOf(string address, string origin)
    {
        var own = Own(address, origin);
        if (!own.StartsWith('/') || !Platform.Html.Link.IsAllowed(own, []))
            return null;
        var path = own.Split('#')[0];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? OldAddress.Of(path, "") : OldAddress.Of(path[..query], path[query..]);
    }

    private static string Own(string address, string origin) =>
        address.Equals(origin, StringComparison.OrdinalIgnoreCase) ? "/"
        : address.StartsWith(origin + "/", StringComparison.OrdinalIgnoreCase) ? address[origin.Length..] : address;
}
