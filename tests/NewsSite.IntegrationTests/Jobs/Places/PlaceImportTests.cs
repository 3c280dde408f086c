using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Places;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Tests;

namespace NewsSite.IntegrationTests.Jobs.Places;

public abstract class PlaceImportTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private const string TwoTowns = "BE\t1050\tIxelles\tBruxelles-Capitale\tBRU\tBruxelles (19 communes)\tBRU\tx\t21\t50.8333\t4.3667\t\nBE\t7700\tMouscron\tWallonie\tWAL\tHainaut\tWHT\tx\t5\t50.7449\t3.2065\t4\n";
    private const string Names = "municipality_NL,municipality_FR,province_NL,province_FR,region_NL,region_FR,inhabitants\nElsene,Ixelles,0,0,Brussels Hoofdstedelijk Gewest,Région de Bruxelles-Capitale,87632\nMoeskroen,Mouscron,Henegouwen,Hainaut,,,58767\n";

    [Fact]
    public async Task A_new_paper_starts_with_the_towns_that_the_program_brings_and_only_once()
    {
        Assert.True(await New<StartingPlaces>().FillAsync(Cancel));
        Assert.False(await New<StartingPlaces>().FillAsync(Cancel));

        Assert.Equal("1050-ixelles", (await GazetteerAsync()).Find("Elsene")?.Key);
    }

    [Fact]
    public async Task Nodes_that_start_at_once_bring_them_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => New<StartingPlaces>().FillAsync(Cancel), Cancel)));

        Assert.Equal((await StartingPlaces.ReadAsync(Cancel)).Count, await New<NewsDb>().Set<PostalPlace>().CountAsync(Cancel));
    }

    [Fact]
    public async Task Places_are_brought_with_both_names_and_a_second_run_changes_nothing()
    {
        var (file, names) = (Write("be.txt", TwoTowns), Write("names.csv", Names));
        var first = await New<PlaceImport>().RunAsync(file, names, cancel: Cancel);
        var changes = await ChangesAsync();
        var second = await New<PlaceImport>().RunAsync(file, names, cancel: Cancel);

        Assert.Equal((2, 0, 0), (first.Added, first.Updated, first.Unchanged));
        Assert.Equal((0, 0, 2), (second.Added, second.Updated, second.Unchanged));
        Assert.Equal(changes, await ChangesAsync());
        var gazetteer = await GazetteerAsync();
        Assert.Equal(["Mouscron", "Moeskroen"], new[] { Language.French, Language.Dutch }.Select(language => gazetteer.Find("moeskroen")!.In(language)));
        Assert.Equal(87632, gazetteer.Find("1050")!.Inhabitants);
    }

    [Fact]
    public async Task A_place_that_moved_is_updated_and_what_is_in_memory_follows()
    {
        await New<PlaceImport>().RunAsync(Write("be.txt", TwoTowns), null, cancel: Cancel);
        Assert.Equal(4.3667, (await GazetteerAsync()).Find("Ixelles")!.Point.Longitude);

        var result = await New<PlaceImport>().RunAsync(Write("be.txt", TwoTowns.Replace("4.3667", "4.3700", StringComparison.Ordinal)), null, cancel: Cancel);

        Assert.Equal((0, 1, 1), (result.Added, result.Updated, result.Unchanged));
        Assert.Equal(4.37, (await GazetteerAsync()).Find("Ixelles")!.Point.Longitude);
    }

    [Fact]
    public async Task Names_that_are_known_outlive_a_file_without_names()
    {
        await New<StartingPlaces>().FillAsync(Cancel);

        await New<PlaceImport>().RunAsync(Write("be.txt", TwoTowns), null, cancel: Cancel);

        Assert.Equal("1050-ixelles", (await GazetteerAsync()).Find("Elsene")?.Key);
    }

    [Fact]
    public async Task Jobs_whose_town_becomes_known_are_noted_and_others_are_not()
    {
        var ids = await Paper.AddAsync([new Job("Baker") { Town = "Elsene" }, new Job("Pilot") { Town = "Atlantis" }, new Job("Draft") { Town = "Elsene", IsPublished = false }], Cancel);
        var before = await ChangesAsync();

        var result = await New<PlaceImport>().RunAsync(Write("be.txt", TwoTowns), Write("names.csv", Names), cancel: Cancel);

        Assert.Equal(1, result.Moved);
        Assert.Equal(["places/0", $"posting/{ids[0]}"], (await ChangesAsync())[before.Count..]);
    }

    [Theory]
    [InlineData("BE\t1050\tIxelles\n", "be.txt, line 1: 3 columns, where GeoNames' postal code files have 12 separated by tabs")]
    [InlineData("be\t1050\tIxelles\t\t\t\t\t\t\t50\t4\t\n", "be.txt, line 1: 'be' is no country (ISO 3166, two capital letters)")]
    [InlineData("BE\t1050\tIxelles\t\t\t\t\t\t\t95\t4\t\n", "be.txt, line 1: '95' is no latitude")]
    [InlineData("BE\t1050\tIxelles\t\t\t\t\t\t\t50\tNaN\t\n", "be.txt, line 1: 'NaN' is no longitude")]
    [InlineData("BE\t1050\t\t\t\t\t\t\t\t50\t4\t\n", "be.txt, line 1: the place's name has 0 characters; 1 to 180 are meant")]
    public async Task A_broken_line_is_named_and_nothing_is_written(string line, string said)
    {
        var failure = await Assert.ThrowsAsync<FormatException>(() => New<PlaceImport>().RunAsync(Write("be.txt", TwoTowns + line), null, cancel: Cancel));

        Assert.Equal(said.Replace("line 1", "line 3", StringComparison.Ordinal), failure.Message);
        Assert.False(await New<NewsDb>().Set<PostalPlace>().AnyAsync(Cancel));
    }

    [Fact]
    public async Task A_table_of_names_without_its_columns_is_named()
    {
        var failure = await Assert.ThrowsAsync<FormatException>(() => New<PlaceImport>().RunAsync(Write("be.txt", TwoTowns), Write("names.csv", "a,b\n"), cancel: Cancel));

        Assert.Equal("names.csv, line 1: no column 'municipality_NL'; the first row names a, b", failure.Message);
    }

    [SharedDataFact("places/BE.txt")]
    public async Task All_of_Belgium_is_brought_in_both_languages()
    {
        await New<StartingPlaces>().FillAsync(Cancel);
        var result = await New<PlaceImport>().RunAsync(SharedData.PathOf("places", "BE.txt"), SharedData.PathOf("places", "municipalities.csv"), cancel: Cancel);

        var gazetteer = await GazetteerAsync();
        Assert.Equal(2781, result.Added + result.Updated + result.Unchanged);
        Assert.Equal(["9000-gent", "8000-brugge", "5000-namur", "3290-diest", "1500-halle", "9220-hamme", "1120-neder-over-heembeek"], new[] { "Gand", "Bruges", "Namen", "Diest", "Hal", "Hamme", "1120" }.Select(typed => gazetteer.Find(typed)?.Key));
        Assert.True(gazetteer.Places.Count > 2500, $"{gazetteer.Places.Count} places");
    }

    private Task<Gazetteer> GazetteerAsync() => New<FollowedTable<Gazetteer>>().CurrentAsync(New<NewsDb>(), Cancel);

    private async Task<List<string>> ChangesAsync() =>
        await New<NewsDb>().Set<Change>().OrderBy(change => change.Id).Select(change => change.Kind + "/" + change.EntityId).ToListAsync(Cancel);

    private string Write(string name, string text)
    {
        var path = Path.Combine(Paper.Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public sealed class OnSqlite() : PlaceImportTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : PlaceImportTests(DatabaseEngine.Postgres);
}
