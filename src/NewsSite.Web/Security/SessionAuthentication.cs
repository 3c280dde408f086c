using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using NewsSite.Accounts.SignIn;

namespace NewsSite.Web.Security;

/// <summary>An open page that wants to know whether somebody is signed in. All others that are open know nobody.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ReadsUserAttribute : Attribute;

/// <summary>
/// Finds the session of the cookie in the database, with every request behind a door. A role is claimed only with all
/// that is asked of it: half a session passes no policy but <see cref="Policies.HalfWay"/>.
/// </summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Sessions sessions, SessionCookie cookie)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var page = Context.GetEndpoint()?.Metadata;
        var readsUser = page is not null && (page.GetMetadata<IAllowAnonymous>() is null || page.GetMetadata<ReadsUserAttribute>() is not null);
        if (!readsUser || cookie.Read(Request) is not { Length: > 0 and < 100 } secret)
            return AuthenticateResult.NoResult();
        if (await sessions.FindAsync(secret, Context.RequestAborted) is not { } who)
            return AuthenticateResult.NoResult();
        Context.Features.Set(who);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(Identity(who)), Name));
    }

    private static ClaimsIdentity Identity(SignedIn who)
    {
        var identity = new ClaimsIdentity(Name);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, who.UserId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(ClaimTypes.Name, who.Name));
        if (who.IsIn)
            identity.AddClaim(new Claim(ClaimTypes.Role, who.Role.ToString()));
        return identity;
    }
}
