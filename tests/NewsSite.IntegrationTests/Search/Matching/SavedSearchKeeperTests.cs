using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NewsSite.IntegrationTests.Database;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Matching;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.IntegrationTests.Search.Matching;

/// <summary>A node matches with all searches that are saved: no less after any failure, and no more.</summary>
public abstract class SavedSearchKeeperTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private const string Noun = "saved search";

    private readonly ConcurrentDictionary<long, string> _saved = new();
    private readonly Lexicon _lexicon = new();
    private Func<long, Task> _whileReading = _ => Task.CompletedTask;
    private Vocabulary? _vocabulary;

    [Fact]
    public async Task What_was_saved_before_the_start_is_matched()
    {
        using var keeper = NewKeeper();
        for (var id = 1; id <= 12_000; id++)
            _saved[id] = id % 1000 == 0 ? "heron" : "other";
        Assert.Null(keeper.Searches);

        var searches = await keeper.CatchUpAsync(Cancel);

        Assert.Equal(12_000, searches.Count);
        Assert.Equal(Enumerable.Range(1, 12).Select(place => place * 1000L), searches.Match(Heron).Order());
        Assert.Same(searches, keeper.Searches);
    }

    [Fact]
    public async Task What_is_saved_changed_and_taken_away_counts_on_every_node()
    {
        await using var other = Paper.Again();
        using var here = NewKeeper();
        using var there = NewKeeper(other);
        _saved[1] = "heron";
        foreach (var keeper in new[] { here, there })
            Assert.Equal([1], (await keeper.CatchUpAsync(Cancel)).Match(Heron));

        await SaveAsync(2, "heron");
        await SaveAsync(1, "stork");
        foreach (var keeper in new[] { here, there })
            Assert.Equal([2], (await keeper.CatchUpAsync(Cancel)).Match(Heron));

        await SaveAsync(2, null);
        await SaveAsync(1, "heron");
        foreach (var keeper in new[] { here, there })
            Assert.Equal([1], (await keeper.CatchUpAsync(Cancel)).Match(Heron));
    }

    [Fact]
    public async Task What_is_saved_while_all_are_read_is_not_missed()
    {
        using var keeper = NewKeeper();
        for (var id = 1; id <= 6_000; id++)
            _saved[id] = "heron";
        // Behind the reader's back: searches that it has read already, and one that it will not come upon.
        _whileReading = async after =>
        {
            await SaveAsync(after + 1, "stork");
            await SaveAsync(after + 2, null);
            await SaveAsync(-5, "heron");
        };

        var searches = await keeper.CatchUpAsync(Cancel);

        Assert.Equal(_saved.Where(saved => saved.Value == "heron").Select(saved => saved.Key).Order(), searches.Match(Heron).Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_lost_database_nothing_is_missing(bool isReadBefore)
    {
        using var keeper = NewKeeper();
        if (isReadBefore)
            await keeper.CatchUpAsync(Cancel);
        await SaveAsync(1, "heron");
        await Paper.WriteAsync("ALTER TABLE changes RENAME TO away", Cancel);
        await Assert.ThrowsAnyAsync<DbException>(() => keeper.CatchUpAsync(Cancel));
        await Paper.WriteAsync("ALTER TABLE away RENAME TO changes", Cancel);

        Assert.Equal([1], (await keeper.CatchUpAsync(Cancel)).Match(Heron));
    }

    [Fact]
    public async Task When_another_state_of_the_database_comes_back_all_are_read_anew()
    {
        using var keeper = NewKeeper();
        await SaveAsync(1, "heron");
        await keeper.CatchUpAsync(Cancel);
        await Paper.WriteAsync("ALTER TABLE changes RENAME TO away", Cancel);
        await Assert.ThrowsAnyAsync<DbException>(() => keeper.CatchUpAsync(Cancel));
        await Paper.WriteAsync("ALTER TABLE away RENAME TO changes", Cancel);
        // As an older backup would have it: the log says other things under the same numbers.
        await Paper.WriteAsync("UPDATE changes SET entity_id = entity_id + 1000", Cancel);
        _saved.Clear();
        _saved[2] = "heron";

        Assert.Equal([2], (await keeper.CatchUpAsync(Cancel)).Match(Heron));
    }

    [Fact]
    public async Task Searches_follow_the_names_that_the_paper_knows()
    {
        using var keeper = NewKeeper();
        await SaveAsync(1, "reiger");
        Assert.Empty((await keeper.CatchUpAsync(Cancel)).Match(Heron));

        _vocabulary = new Vocabulary(_lexicon, [new SameNames([new("reiger", Language.Dutch), new("heron", Language.English)], 1)], _ => null);
        // What is saved meanwhile is in those that are matched with and in those that are read.
        _whileReading = after => after == 0 ? SaveAsync(3, "heron") : Task.CompletedTask;
        await SaveAsync(2, "stork");
        var before = await keeper.CatchUpAsync(Cancel);
        await keeper.RenewAsync(Cancel);

        Assert.Equal([3], before.Match(Heron).Where(id => id < 5));
        Assert.Equal([1, 3], keeper.Searches!.Match(Heron).Where(id => id < 5).Order());
        var renewed = keeper.Searches;
        await keeper.RenewAsync(Cancel);
        Assert.Same(renewed, keeper.Searches);
    }

    [Fact]
    public async Task What_only_lost_searches_asked_for_is_forgotten_in_the_end()
    {
        using var keeper = NewKeeper();
        await keeper.CatchUpAsync(Cancel);
        for (var round = 0; round < 11; round++)
        {
            var ids = Enumerable.Range(round * 500, 500).Select(id => (long)id).ToList();
            foreach (var id in ids)
                _saved[id] = string.Join(' ', Enumerable.Range(0, 25).Select(word => $"lost{id}x{word}"));
            await NoteAsync(ids);
            await keeper.CatchUpAsync(Cancel);
            foreach (var id in ids)
                _saved.Remove(id, out _);
            await NoteAsync(ids);
            await keeper.RenewAsync(Cancel);
        }

        var searches = await keeper.CatchUpAsync(Cancel);

        Assert.Equal(0, searches.Count);
        Assert.InRange(searches.Matcher.Current.Conditions.ConditionCount, 0, 120_000);
    }

    private static SearchDocument Heron => new()
    {
        Key = new DocumentKey("article", 1),
        Language = Language.English,
        Title = "Herons",
        At = DateTimeOffset.UnixEpoch,
    };

    private SavedSearchKeeper NewKeeper(Paper? paper = null)
    {
        var services = paper ?? Paper;
        return new SavedSearchKeeper(
            new Scopes(services.New<IServiceScopeFactory>(), this), services.New<SearchIndex>(), _lexicon, services.New<PaperClock>(), NullLogger<SavedSearchKeeper>.Instance);
    }

    private async Task SaveAsync(long id, string? words)
    {
        if (words is null)
            _saved.Remove(id, out _);
        else
            _saved[id] = words;
        await NoteAsync([id]);
    }

    private async Task NoteAsync(IEnumerable<long> ids)
    {
        var db = New<NewsDb>();
        db.NoteAll(Noun, ids);
        await db.SaveAsync(Cancel);
    }

    private Task<IReadOnlyList<SavedSearch>> ReadAsync(IEnumerable<long> ids) =>
        Task.FromResult<IReadOnlyList<SavedSearch>>([.. ids.Where(_saved.ContainsKey).Select(id => new SavedSearch(id, new SearchQuery { Words = _saved[id] }))]);

    private async Task<IReadOnlyList<SavedSearch>> NextAsync(long after, int size)
    {
        var found = await ReadAsync(_saved.Keys.Where(id => id > after).Order().Take(size));
        await _whileReading(after);
        return found;
    }

    /// <summary>The paper's services, with saved searches that the test holds.</summary>
    private sealed class Scopes(IServiceScopeFactory scopes, SavedSearchKeeperTests test) : IServiceScopeFactory
    {
        public IServiceScope CreateScope() => new Scope(scopes.CreateScope(), test);
    }

    private sealed class Scope(IServiceScope scope, SavedSearchKeeperTests test) : IServiceScope, IServiceProvider
    {
        public IServiceProvider ServiceProvider => this;

        public object? GetService(Type serviceType)
        {
            if (serviceType == typeof(FindVocabulary))
                return new FindVocabulary(_ => ValueTask.FromResult(test._vocabulary ??= Vocabulary.Empty(test._lexicon)));
            return serviceType == typeof(SavedSearchSource)
                ? new SavedSearchSource { Kind = Noun, ReadAsync = (_, ids, _) => test.ReadAsync(ids), NextAsync = (_, after, size, _) => test.NextAsync(after, size) }
                : scope.ServiceProvider.GetService(serviceType);
        }

        public void Dispose() => scope.Dispose();
    }

    public sealed class OnSqlite() : SavedSearchKeeperTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : SavedSearchKeeperTests(DatabaseEngine.Postgres);
}
