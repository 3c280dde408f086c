using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Database;

public abstract class WriteTransactionTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task Many_writers_at_once_all_get_through()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => AddTagAsync($"tag-{number}"), Cancel)));

        Assert.Equal(40, await New<NewsDb>().Set<Tag>().CountAsync(Cancel));
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_gate_to_others()
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var slow = New<NewsDb>();
        await using (await slow.BeginWriteAsync(Cancel))
        {
            if (Engine == DatabaseEngine.Sqlite)
            {
                var waiting = New<NewsDb>().BeginWriteAsync(impatient.Token);
                Assert.False(waiting.IsCompleted);
                await impatient.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
            }
        }

        await AddTagAsync("after");
    }

    [Fact]
    public async Task Reading_does_not_wait_for_a_writer()
    {
        await AddTagAsync("seen");
        var writer = New<NewsDb>();
        await using var write = await writer.BeginWriteAsync(Cancel);
        writer.Add(NewTag("unseen"));
        await writer.SaveChangesAsync(Cancel);

        Assert.Equal(["seen"], await New<NewsDb>().Set<Tag>().Select(tag => tag.Slug).ToListAsync(Cancel).WaitAsync(TimeSpan.FromSeconds(10), Cancel));
    }

    [Fact]
    public async Task Ids_are_never_given_twice()
    {
        var db = New<NewsDb>();
        var first = NewTag("first");
        db.Add(first);
        await db.SaveAsync(Cancel);
        db.Remove(first);
        await db.SaveAsync(Cancel);

        var second = await AddTagAsync("second");

        Assert.True(second.Id > first.Id);
    }

    [Fact]
    public async Task A_row_that_names_a_missing_parent_is_refused()
    {
        var db = New<NewsDb>();
        db.Add(new Section { Slug = "orphan", Name = new LocalizedText(Language.English, "Orphan"), ParentId = 4711 });

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveAsync(Cancel));
    }

    private async Task<Tag> AddTagAsync(string slug)
    {
        var db = New<NewsDb>();
        var tag = NewTag(slug);
        db.Add(tag);
        await db.SaveAsync(Cancel);
        return tag;
    }

    private static Tag NewTag(string slug) => new() { Slug = slug, Name = new LocalizedText(Language.English, slug) };

    public sealed class OnSqlite() : WriteTransactionTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : WriteTransactionTests(DatabaseEngine.Postgres);
}
