using NewsSite.Platform.Languages;

namespace NewsSite.Transfer.Wordpress;

/// <summary>What to import.</summary>
public sealed record WordpressImportOptions
{
    /// <summary>The path of the export.</summary>
    public required string File { get; init; }

    /// <summary>The old site's folder of uploads; null: pictures come without their files, which a later run can bring.</summary>
    public string? MediaFolder { get; init; }

    /// <summary>The language of everything in the export, which does not say it itself.</summary>
    public Language Language { get; init; } = Language.Default;
}
