using Microsoft.Extensions.DependencyInjection;
using NewsSite.Jobs.Occupations;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Search.Queries;
using NewsSite.Web.Pages.Search;

namespace NewsSite.IntegrationTests.Web.Search;

/// <summary>Names that mean the same, as the tables of places and occupations have them.</summary>
public abstract class SearchVocabularyTests(DatabaseEngine engine) : SiteTest(engine)
{
    [Fact]
    public async Task Places_are_known_by_both_names_and_their_codes()
    {
        await Site.FollowAsync();
        var vocabulary = await VocabularyAsync();

        Assert.NotNull(vocabulary.PointOf("Elsene"));
        Assert.Equal(vocabulary.PointOf("1050"), vocabulary.PointOf("ixelles"));
        Assert.Null(vocabulary.PointOf("Atlantis"));
        Assert.Contains(vocabulary.OthersOf(["elsene"]), other => other.Words is ["ixelles"] && other.Weight == 1);
        Assert.Contains(vocabulary.OthersOf(["bruxelles"]), other => other.Words is ["brussel"]);
    }

    [Fact]
    public async Task Occupations_are_known_by_their_names_in_all_languages()
    {
        await Site.FollowAsync();
        var vocabulary = await VocabularyAsync();

        Assert.Contains(vocabulary.OthersOf(["verpleegkundige"]), other => other.Words is ["nurse"] && other.Weight < 1);
        Assert.Contains(vocabulary.OthersOf(["verpleegkundige"]), other => other.Words is ["infirmier"]);
        Assert.Contains(vocabulary.OthersOf(["truck", "driver"]), other => other.Words is ["vrachtwagenchauffeur"]);
        Assert.Empty(vocabulary.OthersOf(["heron"]));
    }

    [Fact]
    public async Task A_node_takes_over_what_the_desk_changed_before_anybody_searches_and_makes_nothing_anew_for_other_changes()
    {
        await Site.FollowAsync();
        var before = await VocabularyAsync();
        await Paper.AddAsync(new Piece("Heron"), Cancel);
        await Site.FollowAsync();
        Assert.Same(before, await VocabularyAsync());

        await New<OccupationDesk>().AddAsync(new LocalizedText(Language.English, "heron keeper").With(Language.Dutch, "reigerwachter"), Cancel);
        await Site.FollowAsync();

        var held = await Site.Services.GetRequiredService<FollowedTable<OccupationList>>().LatestAsync(New<NewsDb>(), Cancel);
        Assert.Contains(held.Occupations, occupation => occupation.All.Contains("reigerwachter"));
        Assert.Contains((await VocabularyAsync()).OthersOf(["reigerwachter"]), other => other.Words is ["heron", "keeper"]);
    }

    private ValueTask<Vocabulary> VocabularyAsync() => Site.Services.GetRequiredService<SearchVocabulary>().CurrentAsync(New<NewsDb>(), Cancel);

    public sealed class OnSqlite() : SearchVocabularyTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : SearchVocabularyTests(DatabaseEngine.Postgres);
}
