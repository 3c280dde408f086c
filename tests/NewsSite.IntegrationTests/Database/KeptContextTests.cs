using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Database;

/// <summary>Contexts are used again by later requests, on SQLite with an open connection and its prepared reads.</summary>
public abstract class KeptContextTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task The_next_request_knows_nothing_of_what_the_last_one_left_unsaved()
    {
        var wakes = 0;
        var first = Paper.NewScope().GetRequiredService<IServiceScopeFactory>();
        await using (var scope = first.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            var tag = Tag("kept");
            db.Add(tag);
            await db.SaveAsync(Cancel);
            db.Add(Tag("never"));
            db.Note(tag);
            db.AfterCommit(() => wakes++);
        }
        await using (var scope = first.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            db.Add(Tag("later"));
            await db.SaveAsync(Cancel);
        }

        Assert.Equal(["kept", "later"], await New<NewsDb>().Set<Tag>().OrderBy(tag => tag.Id).Select(tag => tag.Slug).ToListAsync(Cancel));
        Assert.Equal((0, 0), (await New<NewsDb>().Set<Change>().CountAsync(Cancel), wakes));
    }

    [Fact]
    public async Task The_same_question_with_other_values_gets_other_answers()
    {
        await AddAsync("one", "two", "three");

        for (var round = 0; round < 3; round++)
        {
            foreach (var slug in new[] { "one", "two", "three", "none" })
                Assert.Equal(slug == "none" ? null : slug, (await FindAsync(New<NewsDb>(), slug))?.Slug);
        }
    }

    [Fact]
    public async Task A_question_answered_before_sees_what_was_written_and_rolled_back_since()
    {
        await AddAsync("one");
        var db = New<NewsDb>();
        Assert.NotNull(await FindAsync(db, "one"));
        await using (await db.BeginWriteAsync(Cancel))
        {
            await db.Set<Tag>().ExecuteDeleteAsync(Cancel);
            Assert.Null(await FindAsync(db, "one"));
        }
        Assert.NotNull(await FindAsync(db, "one"));
        await AddAsync("two");

        Assert.NotNull(await FindAsync(db, "two"));
    }

    [Fact]
    public async Task A_question_prepared_before_a_table_changed_is_answered_from_the_new_one()
    {
        await AddAsync("one");
        var db = New<NewsDb>();
        Assert.NotNull(await FindAsync(db, "one"));
        await New<NewsDb>().Database.ExecuteSqlRawAsync("CREATE INDEX tags_by_name ON tags (name)", Cancel);

        Assert.NotNull(await FindAsync(db, "one"));
    }

    [Fact]
    public async Task A_list_of_values_is_asked_for_as_one()
    {
        await AddAsync("one", "two", "three");
        foreach (var wanted in new string[][] { ["one"], ["three", "two"], [], ["none", "one"] })
        {
            var found = await New<NewsDb>().Set<Tag>().Where(tag => wanted.Contains(tag.Slug)).Select(tag => tag.Slug).ToListAsync(Cancel);
            Assert.Equal(wanted.Where(slug => slug != "none").Order(), found.Order());
        }
    }

    [Fact]
    public async Task Many_read_and_write_at_once()
    {
        await AddAsync("one");
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(async () =>
        {
            await using var scope = Paper.NewScope().CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            if (number % 3 == 0)
                await AddAsync($"tag-{number}");
            Assert.Equal("one", (await FindAsync(db, "one"))?.Slug);
        }, Cancel)));

        Assert.Equal(21, await New<NewsDb>().Set<Tag>().CountAsync(Cancel));
    }

    private static Task<Tag?> FindAsync(NewsDb db, string slug) =>
        db.Set<Tag>().AsNoTracking().SingleOrDefaultAsync(tag => tag.Slug == slug, Cancel);

    protected async Task AddAsync(params string[] slugs)
    {
        var db = New<NewsDb>();
        db.AddRange(slugs.Select(Tag));
        await db.SaveAsync(Cancel);
    }

    private static Tag Tag(string slug) => new() { Slug = slug, Name = new LocalizedText(Language.English, slug) };

    public sealed class OnSqlite() : KeptContextTests(DatabaseEngine.Sqlite)
    {
        /// <summary>PostgreSQL reads one answer at a time on a connection.</summary>
        [Fact]
        public async Task The_same_question_can_be_asked_again_before_the_first_is_read_to_its_end()
        {
            await AddAsync("one", "two");
            var db = New<NewsDb>();
            var pairs = new List<string>();
            await foreach (var outer in db.Set<Tag>().AsNoTracking().OrderBy(tag => tag.Id).AsAsyncEnumerable())
            {
                await foreach (var inner in db.Set<Tag>().AsNoTracking().OrderBy(tag => tag.Id).AsAsyncEnumerable())
                    pairs.Add($"{outer.Slug} {inner.Slug}");
            }

            Assert.Equal(["one one", "one two", "two one", "two two"], pairs);
        }
    }

    public sealed class OnPostgres() : KeptContextTests(DatabaseEngine.Postgres);
}
