using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>A picture as the editor's script knows it; the words in one language.</summary>
public sealed record MediaJson
{
    /// <summary>In pixels: as wide as a picture lies in the editor's text.</summary>
    private const int ShownWidth = 800;

    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string Alt { get; init; }
    public required string Caption { get; init; }
    public required string Credit { get; init; }
    public required string Src { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required MediaFocusJson Focus { get; init; }

    /// <summary>Why it should not be used.</summary>
    public string? Warning { get; init; }

    /// <summary>For the editor's script: what it needs to show a picture and to write about it.</summary>
    public static MediaJson Of(MediaItem item, Language language, PaperClock clock, IStringLocalizer<Interface> texts)
    {
        var picture = item.In(language);
        var shown = item.HasFile ? picture.AtLeast(ShownWidth) : null;
        return new MediaJson
        {
            Id = item.Id,
            Name = item.FileName,
            Alt = picture.Alt,
            Caption = picture.Caption,
            Credit = picture.Credit,
            Src = shown?.Address ?? "",
            Width = shown?.Width ?? 0,
            Height = shown?.Height ?? 0,
            Focus = new MediaFocusJson(item.FocusX, item.FocusY),
            Warning = WarningOf(item, clock, texts),
        };
    }

    private static string? WarningOf(MediaItem item, PaperClock clock, IStringLocalizer<Interface> texts)
    {
        if (item.RightsEnded(clock.Today))
            return texts["Rights ended on {0}", Pages.Words.Date(item.RightsEnd!.Value)];
        return item.RightsEnd <= clock.Today.AddDays(MediaLibrary.SoonDays) ? texts["Rights end on {0}", Pages.Words.Date(item.RightsEnd!.Value)].Value : null;
    }
}

/// <summary>In percent.</summary>
public sealed record MediaFocusJson(int X, int Y);

/// <summary>A page of pictures, and where the next one is.</summary>
public sealed record MediaPageJson(IReadOnlyList<MediaJson> Items, string? Next);

/// <summary>A picture whose sizes are to be made of the file at <paramref name="Src"/>.</summary>
public sealed record LackingJson(long Id, string Name, string Src);

/// <param name="Left">In all, with those that are listed.</param>
public sealed record LackingPageJson(IReadOnlyList<LackingJson> Items, int Left);
