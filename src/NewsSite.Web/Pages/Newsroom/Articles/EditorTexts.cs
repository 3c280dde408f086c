using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>The words of the newsroom's scripts in the language of the interface: what is named Editor.… among its texts.</summary>
public static class EditorTexts
{
    private const string Prefix = "Editor.";

    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Known = new(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> Of(IStringLocalizer<Interface> texts) =>
        Known.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => texts.GetAllStrings(includeParentCultures: true)
            .Where(text => text.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(text => text.Name[Prefix.Length..], text => text.Value, StringComparer.Ordinal));
}
