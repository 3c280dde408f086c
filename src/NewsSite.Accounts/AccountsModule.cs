using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts.Mails;
using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Database;

namespace NewsSite.Accounts;

/// <summary>The door of Accounts: who can sign in, how, and what their role is.</summary>
public static class AccountsModule
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<User>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3).AddUserStore<UserStore>();
        return services
            .AddSingleton(new MappedAssembly(typeof(AccountsModule).Assembly))
            .AddSingleton<PasswordRules>()
            .AddScoped<Attempts>()
            .AddScoped<Invitations>()
            .AddScoped<OwnSessions>()
            .AddScoped<Passkeys>()
            .AddScoped<Passwords>()
            .AddScoped<Registration>()
            .AddScoped<SecondFactor>()
            .AddScoped<Sessions>()
            .AddScoped<SignInDesk>()
            .AddScoped<SignInLinks>()
            .AddScoped<Staff>()
            .AddScoped<StaffMail>();
    }
}
