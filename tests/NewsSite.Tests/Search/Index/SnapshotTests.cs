using NewsSite.Search.Documents;
using NewsSite.Search.Index;
using NewsSite.Search.Index.Snapshots;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Tests.Search.Index;

public sealed class SnapshotTests : IDisposable
{
    private const string Database = "paper 1";

    private static readonly Lexicon Lexicon = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newssite-snapshot-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "index");

    [Fact]
    public void A_snapshot_finds_what_the_index_found_when_it_was_saved()
    {
        var made = new MadeUpDocuments(Lexicon, 1);
        var index = Filled(made, documents: 700);
        index.Apply([.. Enumerable.Range(0, 50).Select(id => new IndexChange(new DocumentKey("article", id * 7), null))], 9);
        index.Save(Path, Database);

        var loaded = new SearchIndex(Lexicon);
        Assert.Equal(SnapshotOutcome.Loaded, loaded.Load(Path, Database));

        Assert.Equal(9, loaded.LastChange);
        Assert.Equal(index.Count, loaded.Count);
        for (var time = 0; time < 60; time++)
            AssertSameHits(made, index, loaded);
    }

    [Fact]
    public void A_loaded_index_goes_on_changing()
    {
        var made = new MadeUpDocuments(Lexicon, 2);
        var index = Filled(made, documents: 300);
        index.Save(Path, Database);
        var loaded = new SearchIndex(Lexicon);
        loaded.Load(Path, Database);
        IReadOnlyList<IndexChange> changes = [.. Enumerable.Range(200, 200).Select(id => made.Document(id)).Select(document => new IndexChange(document.Key, document))];

        index.Apply(changes, 11);
        loaded.Apply(changes, 11);

        for (var time = 0; time < 60; time++)
            AssertSameHits(made, index, loaded);
    }

    [Fact]
    public void A_later_snapshot_takes_the_place_of_the_earlier()
    {
        var made = new MadeUpDocuments(Lexicon, 3);
        var index = Filled(made, documents: 20);
        index.Save(Path, Database);
        index.Apply([], 77);
        index.Save(Path, Database);

        var loaded = new SearchIndex(Lexicon);
        loaded.Load(Path, Database);

        Assert.Equal(77, loaded.LastChange);
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public void A_missing_snapshot_is_noticed() =>
        Assert.Equal(SnapshotOutcome.Missing, new SearchIndex(Lexicon).Load(Path, Database));

    [Fact]
    public void A_snapshot_of_another_database_is_not_loaded()
    {
        Filled(new MadeUpDocuments(Lexicon, 4), documents: 20).Save(Path, Database);
        AssertNotLoaded(SnapshotOutcome.OtherDatabase, "paper 2");
    }

    [Fact]
    public void A_snapshot_of_another_analysis_is_not_loaded()
    {
        var index = Filled(new MadeUpDocuments(Lexicon, 5), documents: 20);
        using (var file = File.Create(Path))
            CatalogueFile.Write(index.Current, new SnapshotOrigin(Database, Lexicon.Version + "-older"), file);
        AssertNotLoaded(SnapshotOutcome.OtherLexicon);
    }

    [Fact]
    public void A_snapshot_of_another_format_is_not_loaded()
    {
        Filled(new MadeUpDocuments(Lexicon, 6), documents: 20).Save(Path, Database);
        var bytes = File.ReadAllBytes(Path);
        bytes[0]++;
        System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(0, bytes.Length - 32)).CopyTo(bytes, bytes.Length - 32);
        File.WriteAllBytes(Path, bytes);
        AssertNotLoaded(SnapshotOutcome.OtherFormat);
    }

    [Fact]
    public void A_snapshot_that_was_cut_short_anywhere_is_not_loaded()
    {
        Filled(new MadeUpDocuments(Lexicon, 7), documents: 20).Save(Path, Database);
        var bytes = File.ReadAllBytes(Path);
        for (var length = 0; length < bytes.Length; length += 1 + (bytes.Length / 97))
        {
            File.WriteAllBytes(Path, bytes.AsSpan(0, length));
            AssertNotLoaded(SnapshotOutcome.Broken);
        }
    }

    [Fact]
    public void A_snapshot_with_a_flipped_bit_anywhere_is_not_loaded()
    {
        Filled(new MadeUpDocuments(Lexicon, 8), documents: 20).Save(Path, Database);
        var bytes = File.ReadAllBytes(Path);
        for (var place = 0; place < bytes.Length; place += 1 + (bytes.Length / 97))
        {
            bytes[place] ^= 8;
            File.WriteAllBytes(Path, bytes);
            AssertNotLoaded(SnapshotOutcome.Broken);
            bytes[place] ^= 8;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void AssertNotLoaded(SnapshotOutcome outcome, string database = Database)
    {
        var index = new SearchIndex(Lexicon);
        Assert.Equal(outcome, index.Load(Path, database));
        Assert.Equal(0, index.Count);
    }

    private static SearchIndex Filled(MadeUpDocuments made, int documents)
    {
        var index = new SearchIndex(Lexicon);
        index.Apply([.. Enumerable.Range(0, documents).Select(id => made.Document(id)).Select(document => new IndexChange(document.Key, document))], 8);
        return index;
    }

    private static void AssertSameHits(MadeUpDocuments made, SearchIndex one, SearchIndex other)
    {
        var (clause, filter) = (made.Clause(), made.Filter());
        var request = new SearchRequest { Now = MadeUpDocuments.Now, Size = 1000, Facets = ["section", "tag", "hours"] };
        var (expected, found) = (one.Search(clause, filter, Sort.Newest, request), other.Search(clause, filter, Sort.Newest, request));
        Assert.Equal(expected.Hits.Select(hit => hit.Key), found.Hits.Select(hit => hit.Key));
        foreach (var name in request.Facets)
            Assert.Equal(expected.Facets[name], found.Facets[name]);
    }
}
