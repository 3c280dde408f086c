using NewsSite.Jobs.Occupations;
using NewsSite.Platform.Languages;
using NewsSite.Web.Pages.Newsroom.Forms;

namespace NewsSite.Web.Pages.Newsroom.Occupations;

/// <summary>Names as the form has them, a line each.</summary>
internal static class OccupationForm
{
    public static LocalizedText Names(WordsInput typed)
    {
        var lines = typed.ToText(Occupation.LongestNames, hasLines: true);
        return Language.All.Where(lines.Has).Aggregate(LocalizedText.Empty, (names, language) => names.With(language, Occupation.Lines(lines.Own(language).Split('\n'))));
    }
}
