using NewsSite.Jobs.Places;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Search;

/// <summary>Which box is being typed in.</summary>
public enum SuggestionBox
{
    Paper,
    Jobs,
    Place,
}

/// <summary>What may be meant by what is being typed: a few of each kind, so that no kind hides the others.</summary>
public sealed class Suggestions(SuggestedNames names, TitleSuggestions titles, FollowedTable<Gazetteer> gazetteers, NewsDb db)
{
    private const int Most = 10;
    private const int OfEach = 3;

    private static readonly HashSet<SuggestionKind> OfPaper = [SuggestionKind.Section, SuggestionKind.Tag, SuggestionKind.Company, SuggestionKind.Category, SuggestionKind.Occupation];
    private static readonly HashSet<SuggestionKind> OfJobs = [SuggestionKind.Category, SuggestionKind.Company, SuggestionKind.Occupation];

    public async Task<IReadOnlyList<SuggestedName>> ForAsync(string typed, SuggestionBox box, Language language, CancellationToken cancel)
    {
        if (box == SuggestionBox.Place)
            return await PlacesAsync(typed, Most, language, cancel);
        var table = await names.InAsync(language, cancel);
        var found = table.Beginning(typed, box == SuggestionBox.Jobs ? OfJobs : OfPaper, OfEach).ToList();
        found.AddRange(await PlacesAsync(typed, OfEach, language, cancel));
        // Titles keep their places also where many names begin so.
        var titled = await titles.ForAsync(typed, box == SuggestionBox.Jobs ? ThingKinds.Job : null, Most, language, cancel);
        return [.. found.Take(Most - Math.Min(titled.Count, OfEach)).Concat(titled).Take(Most)];
    }

    private async Task<IReadOnlyList<SuggestedName>> PlacesAsync(string typed, int size, Language language, CancellationToken cancel)
    {
        var gazetteer = await gazetteers.LatestAsync(db, cancel);
        return [.. gazetteer.Suggest(typed, size).Select(place => new SuggestedName(SuggestionKind.Place, place.In(language), null))];
    }
}
