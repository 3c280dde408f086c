namespace NewsSite.Web.Pages.Search;

/// <summary>Nouns of the change log that can be found.</summary>
public static class ThingKinds
{
    public const string Article = "article";
    public const string Job = "posting";

    /// <summary>The facet that says which it is.</summary>
    public const string Facet = "kind";
}
