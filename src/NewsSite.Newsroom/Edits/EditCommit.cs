using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Edits;

/// <summary>Ends a write so that who came second a moment too late is told, rather than shown an error.</summary>
internal static class EditCommit
{
    public static async Task<EditOutcome> FinishAsync(this NewsDb db, WriteTransaction write, CancellationToken cancel)
    {
        try
        {
            await write.CommitAsync(cancel);
            return EditOutcome.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return EditOutcome.Stale;
        }
        catch (DbUpdateException)
        {
            // The only rule of these tables that a checked edit can still break is that addresses are unique.
            db.ChangeTracker.Clear();
            return EditOutcome.AddressTaken;
        }
    }
}
