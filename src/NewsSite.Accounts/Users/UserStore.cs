using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Accounts.Users;

/// <summary>Where ASP.NET Core Identity finds users and passkeys. It never saves by itself: what it changes is part of the caller's write.</summary>
internal sealed class UserStore : UserOnlyStore<User, NewsDb, long>
{
    public UserStore(NewsDb db)
        : base(db) => AutoSaveChanges = false;
}
