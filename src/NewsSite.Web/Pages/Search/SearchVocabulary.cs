using NewsSite.Jobs.Occupations;
using NewsSite.Jobs.Places;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Web.Pages.Search;

/// <summary>What names mean the same to the search: those of occupations and of places, as their tables have them; made again when one changes.</summary>
public sealed class SearchVocabulary(FollowedTable<Gazetteer> gazetteers, FollowedTable<OccupationList> occupations, Lexicon lexicon) : IDisposable
{
    /// <summary>Another name of an occupation is not always quite the same work; another name of a place is.</summary>
    private const double WeightOfOccupations = 0.6;

    private readonly SemaphoreSlim _making = new(1, 1);
    private volatile Made? _made;

    public Lexicon Lexicon => lexicon;

    /// <summary>As the change log was last followed: what a question is read with, without asking the tables each time.</summary>
    public ValueTask<Vocabulary> FollowedAsync(NewsDb db, CancellationToken cancel) => _made is { } made ? ValueTask.FromResult(made.Vocabulary) : CurrentAsync(db, cancel);

    public async ValueTask<Vocabulary> CurrentAsync(NewsDb db, CancellationToken cancel)
    {
        var (places, list) = (await gazetteers.CurrentAsync(db, cancel), await occupations.CurrentAsync(db, cancel));
        if (IsOf(_made, places, list) is { } known)
            return known;
        await _making.WaitAsync(cancel);
        try
        {
            if (IsOf(_made, places, list) is { } meanwhile)
                return meanwhile;
            var vocabulary = new Vocabulary(lexicon, Names(places, list), name => places.Find(name)?.Point);
            _made = new Made(places, list, vocabulary);
            return vocabulary;
        }
        finally
        {
            _making.Release();
        }
    }

    public void Dispose() => _making.Dispose();

    private static IEnumerable<SameNames> Names(Gazetteer places, OccupationList list) =>
        places.Places.Select(place => new SameNames([.. place.AllNames.Select(name => new Name(name, null))], 1))
            .Concat(list.Occupations.Select(occupation => new SameNames([.. occupation.ByLanguage.SelectMany(names => names.Value.Select(name => new Name(name, names.Key)))], WeightOfOccupations)))
            .Where(same => same.Names.Count > 1);

    private static Vocabulary? IsOf(Made? made, Gazetteer places, OccupationList list) => made is not null && made.Places == places && made.Occupations == list ? made.Vocabulary : null;

    private sealed record Made(Gazetteer Places, OccupationList Occupations, Vocabulary Vocabulary);
}
