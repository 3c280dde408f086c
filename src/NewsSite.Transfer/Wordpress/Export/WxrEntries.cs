namespace NewsSite.Transfer.Wordpress.Export;

/// <summary>One thing of a WordPress export: an author, a term or an item.</summary>
internal abstract record WxrEntry;

internal sealed record WxrAuthor(string Login, string Name) : WxrEntry;

/// <param name="Taxonomy">category, post_tag, job_listing_category …</param>
/// <param name="Id">0: the export does not say.</param>
/// <param name="Slug">As WordPress keeps it: percent-encoded where it is not Latin.</param>
internal sealed record WxrTerm(string Taxonomy, long Id, string Slug, string Name) : WxrEntry
{
    /// <summary>The parent's slug, or empty.</summary>
    public string Parent { get; init; } = "";
    public string Description { get; init; } = "";
}

/// <summary>A post, page, attachment, job or anything else that WordPress keeps as a post.</summary>
internal sealed record WxrItem : WxrEntry
{
    public string Title { get; set; } = "";
    public string Link { get; set; } = "";
    public string Guid { get; set; } = "";
    public string Creator { get; set; } = "";
    public string Content { get; set; } = "";
    public string Excerpt { get; set; } = "";
    public long Id { get; set; }
    public string Date { get; set; } = "";
    public string DateGmt { get; set; } = "";
    public string Modified { get; set; } = "";
    public string ModifiedGmt { get; set; } = "";
    public string PubDate { get; set; } = "";
    public string Slug { get; set; } = "";
    public string Status { get; set; } = "";
    public long Parent { get; set; }
    public int MenuOrder { get; set; }
    public string Type { get; set; } = "";
    public bool HasPassword { get; set; }
    public bool IsSticky { get; set; }
    public string AttachmentUrl { get; set; } = "";
    public int Comments { get; set; }
    public List<WxrTerm> Terms { get; } = [];

    /// <summary>The first value of each custom field that the import knows.</summary>
    public Dictionary<string, string> Fields { get; } = [];

    public string Field(string name) => Fields.GetValueOrDefault(name) ?? "";
}

/// <summary>What the head of an export says of the site.</summary>
internal sealed record WxrSite
{
    public string Title { get; set; } = "";
    public string Link { get; set; } = "";
    public string BaseUrl { get; set; } = "";

    /// <summary>The site's address, or null where the export names none.</summary>
    public Uri? Address => Uri.TryCreate(BaseUrl.Length > 0 ? BaseUrl : Link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
}
