using NewsSite.Platform.Database;

namespace NewsSite.Search.Following;

/// <summary>Orders that every node makes its index anew: a note in the change log, which each comes upon by itself, now or at its next start.</summary>
public sealed class Reindexing(NewsDb db)
{
    internal const string Noun = "search index";

    public async Task OrderAsync(CancellationToken cancel = default)
    {
        db.NoteAll(Noun, [0]);
        await db.SaveAsync(cancel);
    }
}
