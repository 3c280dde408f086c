using Microsoft.Extensions.Localization;
using NewsSite.Search.Queries;
using NewsSite.Web.Pages.Search;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Alerts;

/// <summary>A search in words, as its alert is called: what kind of thing, the words as typed, every filter.</summary>
public sealed class AlertNaming(QueryChoices choices, FilterNaming naming, Finder finder, IStringLocalizer<Interface> texts)
{
    public async Task<string> NameAsync(SearchQuery search, Frame frame, CancellationToken cancel)
    {
        var hits = (await finder.FindAsync(search, null, 0, 0, cancel)).Hits;
        var names = await naming.ForAsync(hits, search, frame, cancel);
        string[] parts = [.. search.Words.Length > 0 ? [search.Words] : Array.Empty<string>(), .. choices.Narrowings(search, names).Select(one => one.Label)];
        var kind = search.OnlyKind() switch { ThingKinds.Job => texts["Jobs"].Value, ThingKinds.Article => texts["Articles"].Value, _ => texts["Articles and jobs"].Value };
        return parts.Length == 0 ? kind : texts["{0}: {1}", kind, string.Join(" · ", parts)];
    }
}
