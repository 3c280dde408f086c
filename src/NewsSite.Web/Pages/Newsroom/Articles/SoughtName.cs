namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>An author or a tag that somebody typed to narrow a list down.</summary>
/// <param name="Typed">As it was typed.</param>
/// <param name="Found">The one that is meant; null: it is none, or not clear which.</param>
/// <param name="Others">Which it may be.</param>
public sealed record SoughtName(string Typed, FoundName? Found, IReadOnlyList<FoundName> Others)
{
    public static readonly SoughtName None = new("", null, []);

    /// <summary>Somebody typed what names nobody, or not only one.</summary>
    public bool IsUnclear => Typed.Length > 0 && Found is null;
}

/// <summary>An author or a tag, with the last part of its page's address.</summary>
public sealed record FoundName(long Id, string Name, string Slug);
