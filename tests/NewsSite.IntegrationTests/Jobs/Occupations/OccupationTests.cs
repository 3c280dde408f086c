using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Occupations;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Tests;

namespace NewsSite.IntegrationTests.Jobs.Occupations;

public abstract class OccupationTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private const string English = "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,description\nOccupation,http://esco/1,1,nurse,\"registered nurse\nstaff nurse\",x\nOccupation,http://esco/2,1,baker,,x\n";
    private const string Dutch = "conceptUri,preferredLabel,altLabels\nhttp://esco/1,verpleegkundige,\"verpleger\nVerpleger\n\n\"\n";

    [Fact]
    public async Task A_new_paper_starts_with_common_occupations_and_only_once()
    {
        Assert.True(await New<StartingOccupations>().FillAsync(Cancel));
        Assert.False(await New<StartingOccupations>().FillAsync(Cancel));

        var list = await ListAsync();
        Assert.InRange(list.Occupations.Count, 40, 500);
        Assert.All(list.Occupations, occupation => Assert.All(Language.All, language => Assert.NotEmpty(occupation.ByLanguage[language])));
        Assert.Contains(list.Occupations, occupation => occupation.All.Contains("verpleegkundige") && occupation.All.Contains("infirmière") && occupation.All.Contains("nurse"));
    }

    [Fact]
    public async Task The_desk_adds_changes_and_removes_occupations_and_memory_follows()
    {
        var (outcome, id) = await New<OccupationDesk>().AddAsync(Names("tiler\nfloor layer", "tegelzetter"), Cancel);
        Assert.Equal((OccupationOutcome.Saved, "tiler"), (outcome, (await New<OccupationDesk>().FindAsync(id, Cancel))!.Title));
        Assert.Equal(["tiler", "floor layer", "tegelzetter"], Assert.Single((await ListAsync()).Occupations).All);

        Assert.Equal(OccupationOutcome.Saved, await New<OccupationDesk>().SaveAsync(id, 0, Names("tiler", "tegelzetter\nvloerder"), Cancel));
        Assert.Equal(OccupationOutcome.Stale, await New<OccupationDesk>().SaveAsync(id, 0, Names("x", "y"), Cancel));
        Assert.Equal(["tiler", "tegelzetter", "vloerder"], Assert.Single((await ListAsync()).Occupations).All);

        Assert.Equal(OccupationOutcome.Saved, await New<OccupationDesk>().RemoveAsync(id, 1, Cancel));
        Assert.Equal(OccupationOutcome.Missing, await New<OccupationDesk>().RemoveAsync(id, 2, Cancel));
        Assert.Empty((await ListAsync()).Occupations);
        Assert.Equal(["create", "change", "delete"], await New<NewsDb>().Set<AuditEntry>().OrderBy(entry => entry.Id).Select(entry => entry.Verb).ToListAsync(Cancel));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("nurse", "")]
    [InlineData("nurse", "Nurse")]
    public async Task One_name_alone_is_no_occupation(string english, string dutch)
    {
        Assert.Equal(OccupationOutcome.TooFewNames, (await New<OccupationDesk>().AddAsync(Names(english, dutch), Cancel)).Outcome);
        Assert.Empty(await New<NewsDb>().Set<Occupation>().ToListAsync(Cancel));
    }

    [Fact]
    public async Task Files_of_several_languages_are_joined_and_a_second_run_changes_nothing()
    {
        var files = new[] { Write("occupations_en.csv", English), Write("occupations_nl.csv", Dutch) };
        var first = await New<OccupationImport>().RunAsync(files, Cancel);
        var second = await New<OccupationImport>().RunAsync(files, Cancel);

        Assert.Equal((2, 0, 0), (first.Added, first.Updated, first.Unchanged));
        Assert.Equal((0, 0, 2), (second.Added, second.Updated, second.Unchanged));
        Assert.Equal(["baker", "nurse|registered nurse|staff nurse|verpleegkundige|verpleger"], (await ListAsync()).Occupations.Select(occupation => string.Join('|', occupation.All)).Order());
    }

    [Fact]
    public async Task What_the_desk_changed_or_removed_outlives_an_import_and_is_reported()
    {
        await New<OccupationImport>().RunAsync([Write("occupations_en.csv", English)], Cancel);
        var rows = await New<NewsDb>().Set<Occupation>().ToDictionaryAsync(occupation => occupation.Concept, Cancel);
        await New<OccupationDesk>().SaveAsync(rows["http://esco/1"].Id, 0, Names("nurse\nour nurse", ""), Cancel);
        await New<OccupationDesk>().RemoveAsync(rows["http://esco/2"].Id, 0, Cancel);

        var result = await New<OccupationImport>().RunAsync([Write("occupations_en.csv", English.Replace("baker,", "baker,bread baker", StringComparison.Ordinal)), Write("occupations_nl.csv", Dutch)], Cancel);

        Assert.Equal((0, 0, "baker, nurse"), (result.Added, result.Updated, string.Join(", ", result.Kept.Order())));
        Assert.Equal(["nurse", "our nurse"], Assert.Single((await ListAsync()).Occupations).All);
    }

    [Fact]
    public async Task A_file_that_changed_updates_its_language_only()
    {
        await New<OccupationImport>().RunAsync([Write("occupations_en.csv", English), Write("occupations_nl.csv", Dutch)], Cancel);

        var result = await New<OccupationImport>().RunAsync([Write("occupations_en.csv", English.Replace("staff nurse", "ward nurse", StringComparison.Ordinal))], Cancel);

        Assert.Equal((0, 1, 1), (result.Added, result.Updated, result.Unchanged));
        Assert.Contains((await ListAsync()).Occupations, occupation => occupation.All.SequenceEqual(["nurse", "registered nurse", "ward nurse", "verpleegkundige", "verpleger"]));
    }

    [Theory]
    [InlineData("occupations.csv", English, "occupations.csv: the file's name must end in its language, as occupations_en.csv does (en, nl, fr; .csv or .csv.gz)")]
    [InlineData("occupations_de.csv", English, "occupations_de.csv: the file's name must end in its language, as occupations_en.csv does (en, nl, fr; .csv or .csv.gz)")]
    [InlineData("occupations_en.csv", "a,b\n", "occupations_en.csv, line 1: no column 'conceptUri'; the first row names a, b")]
    [InlineData("occupations_en.csv", "conceptUri,preferredLabel,altLabels\nu,x,\nu,y,\n", "occupations_en.csv, line 3: u stands there twice")]
    [InlineData("occupations_en.csv", "conceptUri,preferredLabel,altLabels\n,x,\n", "occupations_en.csv, line 2: no conceptUri")]
    [InlineData("occupations_en.csv.gz", "not packed", "occupations_en.csv.gz, The archive entry was compressed using an unsupported compression method.")]
    public async Task A_broken_file_is_named_and_nothing_is_written(string name, string text, string said)
    {
        var failure = await Assert.ThrowsAsync<FormatException>(() => New<OccupationImport>().RunAsync([Write(name, text)], Cancel));

        Assert.Equal(said, failure.Message);
        Assert.Empty(await New<NewsDb>().Set<Occupation>().ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_list_is_paged_by_usual_names_and_searched_by_any()
    {
        foreach (var name in new[] { "tiler", "baker", "Baker", "welder" })
            await New<OccupationDesk>().AddAsync(Names(name + "\n" + name + " (100%)", "nl-" + name), Cancel);

        var first = await New<OccupationSearch>().PageAsync("", 2, cancel: Cancel);
        var second = await New<OccupationSearch>().PageAsync("", 2, new OccupationKey(first.Items[^1].Label, first.Items[^1].Id), Cancel);

        Assert.Equal(["baker", "Baker", "tiler", "welder"], first.Items.Concat(second.Items).Select(occupation => occupation.Title));
        Assert.Equal((true, false), (first.HasMore, second.HasMore));
        Assert.Equal(["tiler"], (await New<OccupationSearch>().PageAsync("NL-TIL", 5, cancel: Cancel)).Items.Select(occupation => occupation.Title));
        Assert.Equal(4, (await New<OccupationSearch>().PageAsync("100%)", 5, cancel: Cancel)).Items.Count);
        Assert.Empty((await New<OccupationSearch>().PageAsync("_", 5, cancel: Cancel)).Items);
    }

    [SharedDataFact("esco/occupations_en.csv.gz")]
    public async Task Escos_occupations_are_brought_in_both_languages()
    {
        var files = new[] { SharedData.PathOf("esco", "occupations_en.csv.gz"), SharedData.PathOf("esco", "occupations_nl.csv.gz") };
        var first = await New<OccupationImport>().RunAsync(files, Cancel);
        var second = await New<OccupationImport>().RunAsync(files, Cancel);

        Assert.True(first.Added > 2500, $"{first.Added} occupations");
        Assert.Equal((0, 0, first.Added), (second.Added, second.Updated, second.Unchanged));
        Assert.Contains((await ListAsync()).Occupations, occupation => occupation.All.Contains("technical director") && occupation.All.Contains("toneelmeester"));
    }

    private static LocalizedText Names(string english, string dutch) => LocalizedText.Empty.With(Language.English, english).With(Language.Dutch, dutch);

    private Task<OccupationList> ListAsync() => New<FollowedTable<OccupationList>>().CurrentAsync(New<NewsDb>(), Cancel);

    private string Write(string name, string text)
    {
        var path = Path.Combine(Paper.Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public sealed class OnSqlite() : OccupationTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : OccupationTests(DatabaseEngine.Postgres);
}
