using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Places;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;

namespace NewsSite.Jobs.Postings;

/// <summary>
/// Open jobs as Search finds them. Facets: kind, language (of the advert), asked (languages asked for), category, employer,
/// contract, hours, workplace and place: the <see cref="Place.Key"/> of a place that the gazetteer knows and of its municipality,
/// else the town as the employer writes it.
/// </summary>
internal sealed class PostingDocuments(NewsDb db, FollowedTable<Gazetteer> gazetteers, PaperClock clock) : IDocumentSource
{
    public const string Noun = "posting";

    public string Kind => Noun;

    private IQueryable<Posting> Open
    {
        get
        {
            var now = clock.Now;
            return db.Set<Posting>().AsNoTracking().Where(posting => posting.State == PostingState.Published && (posting.ClosesAt == null || posting.ClosesAt > now));
        }
    }

    public async Task<IReadOnlyList<long>> IdsAsync(long after, int size, CancellationToken cancel) =>
        await Open.Where(posting => posting.Id > after).OrderBy(posting => posting.Id).Select(posting => posting.Id).Take(size).ToListAsync(cancel);

    public Task<int> CountAsync(CancellationToken cancel) => Open.CountAsync(cancel);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var gazetteer = await gazetteers.CurrentAsync(db, cancel);
        var found = await Open.Where(posting => ids.Contains(posting.Id)).OrderBy(posting => posting.Id)
            .Include(posting => posting.Employer).Include(posting => posting.Category).Include(posting => posting.Places)
            .AsSplitQuery().ToListAsync(cancel);
        return [.. found.Select(posting => Document(posting, gazetteer))];
    }

    internal static SearchDocument Document(Posting posting, Gazetteer gazetteer)
    {
        var places = posting.Places.Select(place => (Written: place, Known: gazetteer.Find(place.Town, place.PostalCode, place.Country))).ToList();
        var known = places.Select(place => place.Known).OfType<Place>().Distinct().ToList();
        return new SearchDocument
        {
            Key = new DocumentKey(Noun, posting.Id),
            Language = Language.OrDefault(posting.Language),
            Title = posting.Title,
            By = posting.Employer.Name,
            Filed = string.Join('\n', Filed(posting, known).Where(name => name.Length > 0).Distinct()),
            Body = posting.Description.PlainText(),
            Facets = [.. Terms(posting), .. places.SelectMany(place => PlaceKeys(place.Written, place.Known, gazetteer)).Distinct().Select(key => new Facet("place", key))],
            Places = [.. known.Select(place => place.Point).Distinct()],
            IsEverywhere = posting.Workplace == Workplace.Remote,
            At = posting.PublishedAt!.Value,
            Until = posting.ClosesAt,
            LiftedUntil = posting.TopUntil,
            Pay = posting.Salary?.MostAYear,
        };
    }

    /// <summary>Category and towns in all languages: who asks in another finds it by their names there.</summary>
    private static IEnumerable<string> Filed(Posting posting, IReadOnlyList<Place> known) =>
        (posting.Category?.Name.All ?? []).Concat(posting.Places.Select(place => place.Town)).Concat(known.SelectMany(place => place.AllNames)).Append(posting.Reference);

    private static IEnumerable<Facet> Terms(Posting posting)
    {
        yield return new Facet("kind", Noun);
        yield return new Facet("language", posting.Language);
        yield return new Facet("employer", posting.Employer.Slug);
        yield return new Facet("workplace", posting.Workplace.ToString());
        if (posting.Category is { } category)
            yield return new Facet("category", category.Slug);
        if (posting.Contract is { } contract)
            yield return new Facet("contract", contract.ToString());
        if (posting.Hours is { } hours)
            yield return new Facet("hours", hours.ToString());
        foreach (var asked in posting.LanguagesAsked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct())
            yield return new Facet("asked", asked);
    }

    private static IEnumerable<string> PlaceKeys(PostingPlace written, Place? known, Gazetteer gazetteer)
    {
        if (known is null)
            return written.Town.Length > 0 ? [written.Town] : [];
        return gazetteer.MunicipalityOf(known) is { } municipality && municipality != known ? [known.Key, municipality.Key] : [known.Key];
    }
}
