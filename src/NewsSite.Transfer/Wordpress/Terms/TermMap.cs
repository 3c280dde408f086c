namespace NewsSite.Transfer.Wordpress.Terms;

/// <summary>What the authors and terms of the export have become here, by their slugs there.</summary>
internal sealed class TermMap
{
    /// <summary>By the category's slug.</summary>
    public Dictionary<string, SectionEntry> Sections { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, long> Tags { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By the author's login.</summary>
    public Dictionary<string, long> Authors { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tags that stand for categories, by the category's slug; made when the first article asks.</summary>
    public Dictionary<string, long> CategoryTags { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where articles without any category go; made when the first one asks.</summary>
    public long? News { get; set; }

    /// <summary>Lets go of what a batch that was not written may have made.</summary>
    public void Forget()
    {
        CategoryTags.Clear();
        News = null;
    }
}

/// <param name="Id">Of the section.</param>
/// <param name="Parent">The slug of the category above it, or empty.</param>
/// <param name="TermId">Its number there; 0: unknown.</param>
/// <param name="IsUncategorised">It stands for WordPress's category of articles without one.</param>
internal sealed record SectionEntry(long Id, string Parent, long TermId, string Name, bool IsUncategorised);
