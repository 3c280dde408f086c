namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>A field that holds authors or tags by name.</summary>
public sealed record Tokens(string Field, string Label, IReadOnlyList<Named> Items)
{
    /// <summary>Where names are asked for.</summary>
    public required string Search { get; init; }

    /// <summary>Where a name that is missing is made; null: nowhere.</summary>
    public string? Create { get; init; }

    /// <summary>Against forged requests.</summary>
    public required string Token { get; init; }
}
