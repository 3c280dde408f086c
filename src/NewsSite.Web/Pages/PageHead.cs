using Microsoft.AspNetCore.Html;
using NewsSite.Newsroom.Bylines;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages;

/// <summary>What the head of a page says, to browsers, search engines and those who share it. Paths become addresses in the layout.</summary>
public sealed class PageHead
{
    /// <summary>Empty: the paper's name alone.</summary>
    public string Title { get; set; } = "";
    public string Description { get; set; } = "";
    public string Canonical { get; set; } = "/";

    /// <summary>The same page in each language that it has, its own included.</summary>
    public IReadOnlyList<Alternate> Alternates { get; set; } = [];

    /// <summary>Whether the alternates are translations that search engines may be told of.</summary>
    public bool AnnouncesAlternates { get; set; } = true;

    /// <summary>Shown where the page is shared; without one, the paper's card.</summary>
    public Picture? Picture { get; set; }

    /// <summary>Open Graph type.</summary>
    public string Type { get; set; } = "website";
    public DateTimeOffset? PublishedAt { get; set; }
    public DateTimeOffset? ModifiedAt { get; set; }

    /// <summary>Of an article.</summary>
    public IReadOnlyList<Author> Authors { get; set; } = [];
    public string Section { get; set; } = "";
    public IReadOnlyList<string> Tags { get; set; } = [];

    /// <summary>The path under which feed.xml, atom.xml and feed.json of this list lie; empty: those of the paper.</summary>
    public string? Feeds { get; set; }
    public bool NoIndex { get; set; }

    /// <summary>The section that the menu shows as current: a slug, or "jobs".</summary>
    public string Current { get; set; } = "";

    /// <summary>schema.org descriptions, each an element of JSON-LD.</summary>
    public IList<IHtmlContent> StructuredData { get; } = [];

    public string? AlternateIn(Language language) =>
        Alternates.FirstOrDefault(alternate => alternate.Language == language)?.Path;
}

/// <summary>The page in one language.</summary>
public sealed record Alternate(Language Language, string Path);
