using NewsSite.Accounts.Roles;
using NewsSite.Accounts.SignIn;

namespace NewsSite.Web.Security;

/// <summary>Who makes this request: one of the staff, signed in with both factors, or somebody of an employer. Only behind a door; reader pages know nobody.</summary>
public sealed record CurrentUser(long Id, string Name, Role Role)
{
    public bool May(string policy) => Policies.Allow(policy, Role);
}

public static class CurrentUserExtensions
{
    /// <summary>Who makes the request; throws where nobody has to be signed in.</summary>
    public static CurrentUser CurrentUser(this HttpContext context) =>
        context.Features.Get<SignedIn>() is { IsIn: true } who
            ? new CurrentUser(who.UserId, who.Name, who.Role)
            : throw new InvalidOperationException($"{context.Request.Path} asks who is signed in, but lets in people who are not");

    /// <summary>The session of the request, also half-way; null where there is none or the page reads no user.</summary>
    internal static SignedIn? SignedIn(this HttpContext context) => context.Features.Get<SignedIn>();

    internal static void AddCurrentUser(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.CurrentUser());
    }
}
