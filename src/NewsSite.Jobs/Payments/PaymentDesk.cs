using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;

namespace NewsSite.Jobs.Payments;

/// <summary>What may be done with the terms of payment.</summary>
public sealed partial class PaymentDesk(NewsDb db, AuditTrail audit)
{
    public Task<PaymentTerms> FindAsync(CancellationToken cancel = default) => db.Set<PaymentTerms>().AsNoTracking().SingleAsync(cancel);

    /// <summary>Whether it has the form of a bank's code (ISO 9362).</summary>
    public static bool IsBic(string text) => Bic().IsMatch(text);

    /// <param name="version">When the form was opened.</param>
    /// <param name="change">Sets what was checked.</param>
    /// <param name="cancel">Ends with the request.</param>
    /// <returns>False: somebody else has changed them since.</returns>
    public async Task<bool> SaveAsync(int version, Action<PaymentTerms> change, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var terms = await db.Set<PaymentTerms>().SingleAsync(cancel);
        if (terms.Version != version)
            return false;
        var before = terms.Iban;
        change(terms);
        terms.Version = version + 1;
        audit.Note(new AuditNote { Verb = "change payment terms", Kind = "payment terms", Id = terms.Id, Thing = terms.Holder, Details = new { before, after = terms.Iban, terms.Bic, terms.DaysToPay } });
        try
        {
            await write.CommitAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    [GeneratedRegex(@"^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?\z")]
    private static partial Regex Bic();
}
