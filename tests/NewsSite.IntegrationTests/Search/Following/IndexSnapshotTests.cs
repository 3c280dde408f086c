using NewsSite.IntegrationTests.Database;
using NewsSite.Platform.Database;
using NewsSite.Search.Documents;
using NewsSite.Search.Following;
using NewsSite.Search.Index;

namespace NewsSite.IntegrationTests.Search.Following;

/// <summary>A start from the snapshot finds the same as one that reads everything; a file that does not fit is left aside.</summary>
public abstract class IndexSnapshotTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private string Folder => Path.Combine(Paper.Folder, "search");

    [Fact]
    public async Task The_next_start_goes_on_from_the_snapshot_and_reads_only_what_changed_since()
    {
        var ids = await Paper.AddAsync([new Piece("Heron one"), new Piece("Heron two")], Cancel);
        await StopAsync(Paper);
        // Not noted in the log: who reads everything anew would not find it.
        await Paper.WriteAsync($"UPDATE articles SET state = 'Draft' WHERE id = {ids[0]}", Cancel);
        ids = [.. ids, await Paper.AddAsync(new Piece("Heron three"), Cancel)];

        await using var next = Paper.Again();
        await next.New<IndexKeeper>().CatchUpAsync(Cancel);

        Assert.Equal(ids.Select(id => new DocumentKey("article", id)), Find(next));
    }

    [Fact]
    public async Task A_crash_after_the_snapshot_loses_nothing()
    {
        await Paper.AddAsync(new Piece("Heron one"), Cancel);
        await StopAsync(Paper);
        var unpublished = await Paper.AddAsync(new Piece("Heron two"), Cancel);
        await Paper.New<IndexKeeper>().CatchUpAsync(Cancel);

        // Nothing was saved since; the process is gone.
        await using var next = Paper.Again();
        await next.New<IndexKeeper>().CatchUpAsync(Cancel);

        Assert.Equal(2, Find(next).Count);
        Assert.Contains(new DocumentKey("article", unpublished), Find(next));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("bit")]
    [InlineData("empty")]
    [InlineData("words")]
    [InlineData("gone")]
    public async Task A_broken_or_missing_snapshot_is_noticed_and_made_anew(string damage)
    {
        await Paper.AddAsync([new Piece("Heron one"), new Piece("Heron two")], Cancel);
        await StopAsync(Paper);
        var file = Assert.Single(Directory.GetFiles(Folder));
        var bytes = await File.ReadAllBytesAsync(file, Cancel);
        bytes[bytes.Length / 2] ^= 1;
        if (damage == "gone")
            File.Delete(file);
        else
            await File.WriteAllBytesAsync(file, damage switch { "cut" => bytes[..^7], "bit" => bytes, "empty" => [], _ => "hello"u8.ToArray() }, Cancel);

        await using var next = Paper.Again();
        await next.New<IndexKeeper>().CatchUpAsync(Cancel);
        Assert.Equal(2, Find(next).Count);
        await StopAsync(next);

        await using var later = Paper.Again();
        await Paper.WriteAsync("UPDATE articles SET state = 'Draft'", Cancel);
        await later.New<IndexKeeper>().CatchUpAsync(Cancel);
        Assert.Equal(2, Find(later).Count);
    }

    [Fact]
    public async Task The_snapshot_of_another_database_is_refused()
    {
        await Paper.AddAsync([new Piece("Heron one"), new Piece("Heron two")], Cancel);
        await StopAsync(Paper);
        await using var other = await Paper.CreateAsync(Engine);
        other.Clock.Advance(TimeSpan.FromSeconds(1));
        await other.AddAsync([new Piece("Tram one"), new Piece("Tram two")], Cancel);
        Directory.CreateDirectory(Path.Combine(other.Folder, "search"));
        foreach (var file in Directory.GetFiles(Folder))
            File.Copy(file, Path.Combine(other.Folder, "search", Path.GetFileName(file)));

        await other.New<IndexKeeper>().CatchUpAsync(Cancel);

        Assert.Empty(Find(other));
        Assert.Equal(2, other.New<SearchIndex>().Find("tram", Clock.Now).Count);
    }

    [Fact]
    public async Task A_database_that_was_set_back_or_whose_log_was_cleaned_is_read_anew()
    {
        await Paper.AddAsync([new Piece("Heron one"), new Piece("Heron two")], Cancel);
        await StopAsync(Paper);
        await Paper.WriteAsync("DELETE FROM changes", Cancel);
        await Paper.WriteAsync("UPDATE articles SET state = 'Draft' WHERE title = 'Heron two'", Cancel);

        await using var next = Paper.Again();
        await next.New<IndexKeeper>().CatchUpAsync(Cancel);

        Assert.Single(Find(next));
    }

    [Fact]
    public async Task Only_the_newest_snapshot_is_kept_and_it_is_not_written_twice()
    {
        await Paper.AddAsync(new Piece("Heron one"), Cancel);
        await StopAsync(Paper);
        var first = Assert.Single(Directory.GetFiles(Folder));
        var written = File.GetLastWriteTimeUtc(first);
        await StopAsync(Paper);
        Assert.Equal(written, File.GetLastWriteTimeUtc(first));
        await Paper.AddAsync(new Piece("Heron two"), Cancel);
        await StopAsync(Paper);

        Assert.NotEqual(first, Assert.Single(Directory.GetFiles(Folder)));
    }

    [Fact]
    public async Task An_order_that_the_snapshot_does_not_know_is_followed_at_the_next_start()
    {
        await Paper.AddAsync([new Piece("Heron one"), new Piece("Heron two")], Cancel);
        await StopAsync(Paper);
        await Paper.WriteAsync("UPDATE articles SET state = 'Draft' WHERE title = 'Heron two'", Cancel);
        await Paper.New<Reindexing>().OrderAsync(Cancel);

        await using var next = Paper.Again();
        await next.New<IndexKeeper>().CatchUpAsync(Cancel);

        Assert.Single(Find(next));
    }

    private static async Task StopAsync(Paper paper)
    {
        await paper.New<IndexKeeper>().CatchUpAsync(Cancel);
        paper.New<IndexKeeper>().Save();
    }

    private IReadOnlyList<DocumentKey> Find(Paper paper) => paper.New<SearchIndex>().Find("heron", Clock.Now);

    public sealed class OnSqlite() : IndexSnapshotTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : IndexSnapshotTests(DatabaseEngine.Postgres);
}
