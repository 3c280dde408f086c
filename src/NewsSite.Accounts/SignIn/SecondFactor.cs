using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Accounts.SignIn;

/// <summary>What showed that somebody holds the second factor.</summary>
public enum CodeKind
{
    Wrong,
    Code,
    RecoveryCode,
}

/// <summary>The authenticator app and the recovery codes.</summary>
public sealed class SecondFactor(NewsDb db, Attempts attempts, PaperClock clock, AuditTrail audit)
{
    /// <summary>Takes a code from the app or a recovery code; each works once. Wrong ones count towards the lock.</summary>
    public async Task<CodeKind> CheckAsync(User user, string code, CancellationToken cancel = default)
    {
        if (!await attempts.BeginAsync(user, cancel))
            return CodeKind.Wrong;
        await using var write = await db.BeginWriteAsync(cancel);
        var kind = await UseAsync(user, code.Trim(), cancel);
        if (kind == CodeKind.Wrong)
        {
            await write.DisposeAsync();
            await attempts.FailedAsync(user, cancel);
            return kind;
        }
        Attempts.GiveBack(user);
        if (kind == CodeKind.RecoveryCode)
            audit.Note(new AuditNote { Verb = "use recovery code", Kind = "user", Id = user.Id, Thing = user.Name });
        await write.CommitAsync(cancel);
        return kind;
    }

    /// <summary>Sets up the app whose code was shown, in place of an earlier one, with new recovery codes.</summary>
    /// <returns>The recovery codes, which are never shown again; null where the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> SetUpAsync(User user, byte[] secret, string code, CancellationToken cancel = default)
    {
        if (Totp.Find(secret, code.Replace(" ", "", StringComparison.Ordinal), clock.Now) is not { } step)
            return null;
        await using var write = await db.BeginWriteAsync(cancel);
        var verb = user.TotpSecret is null ? "set up second factor" : "replace second factor";
        user.TotpSecret = secret;
        user.TotpStep = step;
        var codes = await ReplaceCodesAsync(user, cancel);
        audit.Note(new AuditNote { Verb = verb, Kind = "user", Id = user.Id, Thing = user.Name });
        await write.CommitAsync(cancel);
        return codes;
    }

    /// <summary>New recovery codes; the old ones stop working.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(User user, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var codes = await ReplaceCodesAsync(user, cancel);
        audit.Note(new AuditNote { Verb = "make recovery codes", Kind = "user", Id = user.Id, Thing = user.Name });
        await write.CommitAsync(cancel);
        return codes;
    }

    public Task<int> RecoveryCodesLeftAsync(long user, CancellationToken cancel = default) =>
        db.Set<RecoveryCode>().CountAsync(code => code.UserId == user, cancel);

    private async Task<CodeKind> UseAsync(User user, string code, CancellationToken cancel)
    {
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        if (user.TotpSecret is { } secret && digits.Length == 6 && Totp.Find(secret, digits, clock.Now) is { } step)
        {
            var isFirstUse = await db.Set<User>().Where(row => row.Id == user.Id && row.TotpStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.TotpStep, step), cancel) > 0;
            return isFirstUse ? CodeKind.Code : CodeKind.Wrong;
        }
        if (RecoveryCode.Read(code) is null)
            return CodeKind.Wrong;
        var hash = RecoveryCode.HashOf(user.Id, code);
        return await db.Set<RecoveryCode>().Where(row => row.UserId == user.Id && row.Hash == hash).ExecuteDeleteAsync(cancel) > 0
            ? CodeKind.RecoveryCode
            : CodeKind.Wrong;
    }

    private async Task<IReadOnlyList<string>> ReplaceCodesAsync(User user, CancellationToken cancel)
    {
        await db.Set<RecoveryCode>().Where(code => code.UserId == user.Id).ExecuteDeleteAsync(cancel);
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.New()).ToList();
        db.AddRange(codes.Select(code => new RecoveryCode { UserId = user.Id, Hash = RecoveryCode.HashOf(user.Id, code) }));
        return codes;
    }
}
