using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>What the newsroom says about a picture.</summary>
public sealed class MediaNotes(PaperClock clock, IStringLocalizer<Interface> texts)
{
    /// <summary>In pixels: as wide as a picture lies in the editor's text.</summary>
    private const int ShownWidth = 800;

    /// <summary>For the editor's script: what it needs to show a picture and to write about it.</summary>
    public MediaJson Json(MediaItem item, Language language)
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
            Warning = Warning(item),
        };
    }

    public bool RightsEnded(MediaItem item) => item.RightsEnded(clock.Today);

    /// <summary>Why it should not be used, or not for long; null: nothing speaks against it.</summary>
    public string? Warning(MediaItem item)
    {
        if (item.RightsEnd is not { } end || end > clock.Today.AddDays(MediaLibrary.SoonDays))
            return null;
        return RightsEnded(item) ? texts["Rights ended on {0}", Words.Date(end)] : texts["Rights end on {0}", Words.Date(end)];
    }

    public string Refusal(MediaFault fault) => texts["MediaFault." + fault];
}
