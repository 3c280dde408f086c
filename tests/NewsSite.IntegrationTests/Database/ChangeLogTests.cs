using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Database;

/// <summary>Followers poll by id, so no lower id may become visible after a higher one.</summary>
public abstract class ChangeLogTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task A_change_is_noted_with_the_id_that_the_database_gave()
    {
        var tag = await AddTagAsync("night-trains");

        var change = Assert.Single(await ChangesAsync());
        Assert.Equal(("tag", tag.Id, Clock.Now), (change.Kind, change.EntityId, change.At));
    }

    [Fact]
    public async Task A_writer_held_before_its_commit_holds_the_later_ones()
    {
        var services = Paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        await using var held = await db.BeginWriteAsync(Cancel);
        Note(db, NewTag("first"));
        await services.GetRequiredService<ChangeLog>().AppendAsync(db, Cancel);

        // Its id is drawn. The next writer must not come before it, however long it takes.
        var later = Task.Run(() => AddTagAsync("second"), Cancel);
        await Task.WhenAny(later, Task.Delay(400, Cancel));
        Assert.False(later.IsCompleted);
        Assert.Empty(await ChangesAsync());

        await held.CommitAsync(Cancel);
        await held.DisposeAsync();
        var second = await later;
        Assert.Equal([1, 2], (await ChangesAsync()).Select(change => change.EntityId));
        Assert.Equal(2, second.Id);
    }

    [Fact]
    public async Task Readers_see_ids_in_the_order_of_their_commits()
    {
        var writers = Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 8; i++)
                await AddTagAsync($"tag-{writer}-{i}");
        }, Cancel)));

        var seen = new List<long>();
        var db = New<NewsDb>();
        do
        {
            var last = seen.LastOrDefault();
            seen.AddRange(await db.Set<Change>().Where(change => change.Id > last).OrderBy(change => change.Id).Select(change => change.Id).ToListAsync(Cancel));
        }
        while (!writers.IsCompleted);
        await writers;

        var skipped = (await ChangesAsync()).Where(change => change.Id <= seen[^1]).Select(change => change.Id).Except(seen);
        Assert.Empty(skipped);
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_neither_a_row_nor_a_note()
    {
        var db = New<NewsDb>();
        await using (await db.BeginWriteAsync(Cancel))
        {
            Note(db, NewTag("lost"));
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Empty(await ChangesAsync());
        Assert.Empty(await New<NewsDb>().Set<Tag>().ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_commit_that_fails_leaves_no_note_and_lets_others_write()
    {
        await AddTagAsync("taken");

        await Assert.ThrowsAsync<DbUpdateException>(() => AddTagAsync("taken"));
        await AddTagAsync("free");

        Assert.Equal(["free", "taken"], await New<NewsDb>().Set<Tag>().Select(tag => tag.Slug).OrderBy(slug => slug).ToListAsync(Cancel));
        Assert.Equal(2, (await ChangesAsync()).Count);
    }

    [Fact]
    public async Task A_thing_changed_twice_in_one_write_is_noted_once()
    {
        var db = New<NewsDb>();
        var tag = NewTag("once");
        Note(db, tag);
        db.Note(tag);
        await db.SaveAsync(Cancel);

        Assert.Single(await ChangesAsync());
    }

    [Fact]
    public async Task A_follower_applies_what_was_committed()
    {
        var follower = Paper.New<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<ChangeFollower>().Single();
        var generation = New<Generation>();
        var before = generation.Current;
        await AddTagAsync("fresh");

        Clock.Advance(TimeSpan.FromSeconds(2));
        await follower.CatchUpAsync(Cancel);

        Assert.Equal((await ChangesAsync())[^1].Id, generation.LastChange);
        Assert.NotEqual(before, generation.Current);
    }

    [Fact]
    public async Task Followers_of_the_same_process_are_woken_by_a_commit()
    {
        var written = New<ChangeLog>().Written;
        Assert.False(written.IsCompleted);

        await AddTagAsync("heard");

        await written.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    private async Task<Tag> AddTagAsync(string slug)
    {
        var db = New<NewsDb>();
        var tag = NewTag(slug);
        Note(db, tag);
        await db.SaveAsync(Cancel);
        return tag;
    }

    private static void Note(NewsDb db, Tag tag)
    {
        db.Add(tag);
        db.Note(tag);
    }

    private static Tag NewTag(string slug) => new() { Slug = slug, Name = new LocalizedText(Language.English, slug) };

    private Task<List<Change>> ChangesAsync() => New<NewsDb>().Set<Change>().AsNoTracking().OrderBy(change => change.Id).ToListAsync(Cancel);

    public sealed class OnSqlite() : ChangeLogTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ChangeLogTests(DatabaseEngine.Postgres);
}
