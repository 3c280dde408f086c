using Microsoft.AspNetCore.Identity;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;

namespace NewsSite.Accounts.SignIn;

/// <summary>The passkeys of the staff. What the browser sends is checked by ASP.NET Core Identity's passkey handler; here it is kept.</summary>
public sealed class Passkeys(NewsDb db, IUserStore<User> store, AuditTrail audit)
{
    public const int MaxName = 60;

    public async Task<IReadOnlyList<UserPasskeyInfo>> OfAsync(User user, CancellationToken cancel = default) =>
        [.. (await Store.GetPasskeysAsync(user, cancel)).OrderBy(passkey => passkey.CreatedAt)];

    public async Task AddAsync(User user, UserPasskeyInfo passkey, string name, CancellationToken cancel = default)
    {
        passkey.Name = name;
        await Store.AddOrUpdatePasskeyAsync(user, passkey, cancel);
        Note("add passkey", user, name);
        await db.SaveAsync(cancel);
    }

    public async Task<bool> RenameAsync(User user, byte[] id, string name, CancellationToken cancel = default)
    {
        if (await Store.FindPasskeyAsync(user, id, cancel) is not { } passkey)
            return false;
        Note("rename passkey", user, $"{passkey.Name} → {name}");
        passkey.Name = name;
        await Store.AddOrUpdatePasskeyAsync(user, passkey, cancel);
        await db.SaveAsync(cancel);
        return true;
    }

    public async Task<bool> RemoveAsync(User user, byte[] id, CancellationToken cancel = default)
    {
        if (await Store.FindPasskeyAsync(user, id, cancel) is not { } passkey)
            return false;
        Note("remove passkey", user, passkey.Name ?? "");
        await Store.RemovePasskeyAsync(user, id, cancel);
        await db.SaveAsync(cancel);
        return true;
    }

    /// <summary>Keeps what the authenticator counted, by which a copied one would show. Pending until the caller saves.</summary>
    public Task UsedAsync(User user, UserPasskeyInfo passkey, CancellationToken cancel = default) =>
        Store.AddOrUpdatePasskeyAsync(user, passkey, cancel);

    private IUserPasskeyStore<User> Store => (IUserPasskeyStore<User>)store;

    private void Note(string verb, User user, string name) =>
        audit.Note(new AuditNote { Verb = verb, Kind = "user", Id = user.Id, Thing = user.Name, Details = new { name } });
}
