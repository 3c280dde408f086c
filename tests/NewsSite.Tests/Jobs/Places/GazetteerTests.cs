using NewsSite.Jobs.Places;
using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;

namespace NewsSite.Tests.Jobs.Places;

/// <summary>Over the table that the paper brings along.</summary>
public sealed class GazetteerTests : IAsyncLifetime
{
    private Gazetteer _gazetteer = Gazetteer.Empty;

    public async ValueTask InitializeAsync() => _gazetteer = GazetteerReading.Make(await StartingPlaces.ReadAsync(TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void The_paper_knows_Brussels_and_a_hundred_towns_with_both_names()
    {
        var municipalities = _gazetteer.Places.Where(place => place.Inhabitants > 0).ToList();

        Assert.Equal(19, municipalities.Count(place => place.PostalCodes[0].StartsWith('1') && int.Parse(place.PostalCodes[0], System.Globalization.CultureInfo.InvariantCulture) < 1300));
        Assert.True(municipalities.Count > 119, $"{municipalities.Count} municipalities");
        Assert.All(municipalities, place => Assert.True(place.Names.Has(Language.Dutch) && place.Names.Has(Language.French) && place.Point.Latitude is > 49.4 and < 51.6 && place.Point.Longitude is > 2.5 and < 6.5, place.Key));
        Assert.Equal(_gazetteer.Places.Count, _gazetteer.Places.Select(place => place.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("Elsene", "1050-ixelles")]
    [InlineData("IXELLES", "1050-ixelles")]
    [InlineData("  ixelles ", "1050-ixelles")]
    [InlineData("1050", "1050-ixelles")]
    [InlineData("B-1050", "1050-ixelles")]
    [InlineData("1050 Elsene", "1050-ixelles")]
    [InlineData("BE-1050 Ixelles", "1050-ixelles")]
    [InlineData("Ixelles 1050", "1050-ixelles")]
    [InlineData("Elsene / Ixelles", "1050-ixelles")]
    [InlineData("Ixelles (Bruxelles)", "1050-ixelles")]
    [InlineData("Brussels, Belgium", "1000-bruxelles")]
    [InlineData("Bruxelles", "1000-bruxelles")]
    [InlineData("brussel", "1000-bruxelles")]
    [InlineData("St-Gilles", "1060-saint-gilles")]
    [InlineData("sint gillis", "1060-saint-gilles")]
    [InlineData("Saint-Josse", "1210-saint-josse-ten-noode")]
    [InlineData("’s-Gravenbrakel", "7090-braine-le-comte")]
    [InlineData("'s gravenbrakel", "7090-braine-le-comte")]
    [InlineData("Liege", "4000-liege")]
    [InlineData("Luik", "4000-liege")]
    [InlineData("Antwerp", "2000-antwerpen")]
    [InlineData("2060", "2000-antwerpen")]
    public void A_town_is_found_in_any_language_or_by_its_code(string typed, string key) => Assert.Equal(key, _gazetteer.Find(typed)?.Key);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("Atlantis")]
    [InlineData("9999")]
    [InlineData("%")]
    [InlineData("\uD800")]
    [InlineData("1050 1060 1070 / , ( ) / /")]
    [InlineData("' OR 1=1 --")]
    public void What_is_not_known_stays_unknown(string typed)
    {
        var found = _gazetteer.Find(typed);

        Assert.True(found is null || typed.StartsWith("1050", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Forest", "1190", "1190-forest")]
    [InlineData("Forest", "", "1190-forest")]
    [InlineData("Unheard-of", "9000", "9000-gent")]
    [InlineData("Gand", "1000", "9000-gent")]
    [InlineData("Laeken", "1020", "1020-laeken")]
    [InlineData("Brussels", "1040", "1000-bruxelles")]
    public void Where_code_and_town_do_not_fit_the_town_counts(string town, string code, string key) => Assert.Equal(key, _gazetteer.Find(town, code, "BE")?.Key);

    [Fact]
    public void A_town_of_another_country_is_not_taken_for_one_of_ours() => Assert.Null(_gazetteer.Find("Mons", "7000", "FR"));

    [Fact]
    public void A_part_of_a_town_lies_in_its_municipality() => Assert.Equal("1000-bruxelles", _gazetteer.MunicipalityOf(_gazetteer.Find("Laken")!)?.Key);

    [Theory]
    [InlineData("br", "Bruxelles", "Brugge")]
    [InlineData("sint-", "Sint-Niklaas", "Molenbeek-Saint-Jean")]
    [InlineData("els", "Ixelles", null)]
    [InlineData("10", "Bruxelles", "Schaerbeek")]
    public void The_best_known_places_are_suggested_first(string typed, string first, string? second)
    {
        var suggested = _gazetteer.Suggest(typed, 8).Select(place => place.Name).ToList();

        Assert.True(suggested.Contains(first), string.Join(", ", suggested));
        Assert.True(second is null || suggested.Contains(second), string.Join(", ", suggested));
        Assert.Equal(suggested.Distinct(), suggested);
    }

    [Fact]
    public void A_name_that_is_whole_comes_before_longer_ones() => Assert.Equal("Halle", _gazetteer.Suggest("Hal", 5)[0].Name);

    [Fact]
    public void The_place_nearest_to_a_point_is_named() => Assert.Equal("Etterbeek", _gazetteer.Nearest(new GeoPoint(50.834, 4.389))?.Name);

    [Fact]
    public void Nobody_knows_anything_in_an_empty_gazetteer() =>
        Assert.Equal((null, null, 0), (Gazetteer.Empty.Find("Brussel"), Gazetteer.Empty.Nearest(new GeoPoint(0, 0)), Gazetteer.Empty.Suggest("b", 5).Count));
}
