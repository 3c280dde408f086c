using NewsSite.Platform.Database;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Media;

/// <summary>
/// A picture of the media library, with its words and its sizes. One that was deleted keeps its row and no file: what showed it
/// shows nothing in its place, and old versions of articles still know what it was.
/// </summary>
public sealed class MediaItem : ILogged
{
    public string Kind => "media";

    public long Id { get; private set; }

    /// <summary>The name it came with, for the newsroom only; never a path.</summary>
    public required string FileName { get; set; }

    public LocalizedText Alt { get; set; } = LocalizedText.Empty;
    public LocalizedText Caption { get; set; } = LocalizedText.Empty;
    public string Credit { get; set; } = "";

    /// <summary>Whose it is and what was agreed, for the newsroom only.</summary>
    public string Rights { get; set; } = "";

    /// <summary>The last day on which the paper may show it; null: no end.</summary>
    public DateOnly? RightsEnd { get; set; }

    public int FocusX { get; set; } = Focus.Centre.X;
    public int FocusY { get; set; } = Focus.Centre.Y;

    /// <summary>From the smallest to the largest; empty while an imported file is still awaited, and for good once it is deleted.</summary>
    public IReadOnlyList<Rendition> Renditions { get; set; } = [];

    /// <summary>Files that it had before it was replaced; mails, feeds and open pages still name them.</summary>
    public IReadOnlyList<string> FormerFiles { get; private set; } = [];

    /// <summary>The sizes that pages choose from are still to be made, in somebody's browser.</summary>
    public bool LacksSizes { get; set; }

    /// <summary>The address it had on the site it was imported from.</summary>
    public string SourceUrl { get; set; } = "";

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Counts changes, so that nobody overwrites a newer one silently.</summary>
    public int Version { get; private set; }

    /// <summary>Stored, so that the library can be asked for it; follows <see cref="Renditions"/>.</summary>
    public bool HasFile
    {
        get => Renditions.Count > 0;
        private set => _ = value;
    }

    /// <summary>Stored, so that the library can be asked for it: no alternative text in any language.</summary>
    public bool LacksAlt
    {
        get => Alt.IsEmpty;
        private set => _ = value;
    }

    /// <summary>What it is found by, as <see cref="SearchWords"/> makes it; stored, and made again with every change.</summary>
    public string Words
    {
        get => SearchWords.Of([FileName, Credit, .. Alt.All, .. Caption.All]);
        private set => _ = value;
    }

    public Focus Focus => new(FocusX, FocusY);

    public Picture In(Language language) => new()
    {
        Renditions = Renditions,
        Alt = Alt.In(language),
        Caption = Caption.In(language),
        Credit = Credit,
        Focus = Focus,
    };

    /// <summary>Whether the paper may no longer show it.</summary>
    public bool RightsEnded(DateOnly today) => RightsEnd < today;

    internal void Describe(MediaWords words)
    {
        (Alt, Caption, Credit) = (words.Alt, words.Caption, words.Credit);
        (Rights, RightsEnd) = (words.Rights, words.RightsEnd);
        (FocusX, FocusY) = (words.Focus.X, words.Focus.Y);
        Version++;
    }

    /// <summary>Shows other files in every place that shows this picture.</summary>
    internal void Show(IReadOnlyList<Rendition> renditions, bool lacksSizes)
    {
        FormerFiles = [.. FormerFiles.Concat(Renditions.Select(rendition => rendition.File)).Except(renditions.Select(rendition => rendition.File))];
        Renditions = renditions;
        LacksSizes = lacksSizes;
        Version++;
    }

    /// <summary>Lets go of its files, which are returned.</summary>
    internal IReadOnlyList<string> Delete(DateTimeOffset at)
    {
        IReadOnlyList<string> files = [.. Renditions.Select(rendition => rendition.File).Concat(FormerFiles).Distinct()];
        (Renditions, FormerFiles, LacksSizes, DeletedAt) = ([], [], false, at);
        Version++;
        return files;
    }
}

/// <summary>What the desk says about a picture.</summary>
public sealed record MediaWords
{
    public const int MaxAlt = 500;
    public const int MaxCaption = 1000;
    public const int MaxCredit = 200;
    public const int MaxRights = 1000;

    public LocalizedText Alt { get; init; } = LocalizedText.Empty;
    public LocalizedText Caption { get; init; } = LocalizedText.Empty;
    public string Credit { get; init; } = "";
    public string Rights { get; init; } = "";
    public DateOnly? RightsEnd { get; init; }
    public Focus Focus { get; init; } = Focus.Centre;

    public static MediaWords Of(MediaItem item) => new()
    {
        Alt = item.Alt,
        Caption = item.Caption,
        Credit = item.Credit,
        Rights = item.Rights,
        RightsEnd = item.RightsEnd,
        Focus = item.Focus,
    };

    /// <summary>What is different, as the audit trail keeps it: each thing as it was and as it is.</summary>
    internal IReadOnlyDictionary<string, string[]> Against(MediaWords before) => new (string What, string Before, string After)[]
    {
        ("alternative text", before.Alt.ToJson(), Alt.ToJson()),
        ("caption", before.Caption.ToJson(), Caption.ToJson()),
        ("credit", before.Credit, Credit),
        ("rights", before.Rights, Rights),
        ("rights end", Day(before.RightsEnd), Day(RightsEnd)),
        ("focal point", $"{before.Focus.X} {before.Focus.Y}", $"{Focus.X} {Focus.Y}"),
    }.Where(change => change.Before != change.After).ToDictionary(change => change.What, change => new[] { change.Before, change.After });

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
