using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Accounts.SignIn;
using NewsSite.Platform.Audit;
using NewsSite.Web.Caching;
using NewsSite.Web.Languages;

namespace NewsSite.Web.Security;

/// <summary>
/// Everything is closed unless it says that it is public ([AllowAnonymous], on every reader page). Who knocks on a page is
/// shown the way in; who fetches or calls the API gets 401 or 403 as problem+json.
/// </summary>
public static class ClosedDoors
{
    public static void AddClosedDoors(this IServiceCollection services)
    {
        services.AddSingleton<SessionCookie>();
        services.AddAuthentication(SessionAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.Name, configureOptions: null);
        var authorization = services.AddAuthorizationBuilder();
        Policies.AddTo(authorization);
        var staff = new AuthorizationPolicyBuilder().RequireRole(Policies.Roles[Policies.Staff].Select(role => role.ToString())).Build();
        authorization.SetFallbackPolicy(staff).SetDefaultPolicy(staff);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, WayIn>();
        services.AddCurrentUser();
        services.AddEmployerDoor();
        services.AddScoped(provider => Source(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<SessionCookie>((options, cookie) =>
        {
            options.Cookie = cookie.ForForms("antiforgery");
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddOptions<CookieTempDataProviderOptions>().Configure<SessionCookie>((options, cookie) => options.Cookie = cookie.ForForms("said"));
        services.AddSingleton<SetUpKey>();
        services.AddScoped<SecondFactorSetUp>();
        services.AddPasskeyCeremony();
        services.AddAccountLimits();
        services.AddReaderLimits();
        services.AddSingleton<FormStamp>();
        services.AddSingleton<SendingLimits>();
    }

    /// <summary>Finds out who asks, except on pages that are the same for everybody: these must not know, and most requests are for them.</summary>
    public static void UseSignedInUsers(this WebApplication app)
    {
        app.UseWhen(context => context.GetEndpoint()?.Metadata.GetMetadata<KeptForEverybodyAttribute>() is null, people => people.UseAuthentication());
        // Told so, WebApplication does not put it before everything by itself.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
    }

    /// <summary>Who acts, for the audit trail.</summary>
    private static AuditSource Source(HttpContext? context)
    {
        if (context is null)
            return new AuditSource();
        var source = new AuditSource
        {
            ActorName = "",
            FromAddress = context.Connection.RemoteIpAddress?.ToString() ?? "",
            RequestId = context.TraceIdentifier,
        };
        if (context.SignedIn() is { } who)
            (source.ActorId, source.ActorName) = (who.UserId, who.Name);
        return source;
    }

    private sealed class WayIn : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            // Routing's own refusal (405) and what nothing answers are no addresses that could be closed.
            if (authorizeResult.Succeeded || context.GetEndpoint() is not RouteEndpoint)
                return next(context);
            var who = context.SignedIn();
            var isComplete = who is { IsIn: true };
            if (!IsPage(context.Request))
                return Refuse(context, isComplete ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized);
            if (isComplete)
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(Door(context, who));
            return Task.CompletedTask;
        }

        private static string Door(HttpContext context, SignedIn? who)
        {
            var door = who switch
            {
                null => "/account/sign-in",
                { HasSecondFactor: true } => "/account/code",
                _ => "/account/two-factor",
            };
            // What was being sent is lost, so one comes back to the page that it was sent from.
            var wanted = context.OriginalPath() + (HttpMethods.IsGet(context.Request.Method) ? context.Request.QueryString : QueryString.Empty);
            return context.Language().Prefix + door + QueryString.Create("returnUrl", wanted);
        }

        /// <summary>Whether a person looks at the answer, rather than a script.</summary>
        private static bool IsPage(HttpRequest request) =>
            !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            && request.Headers["Sec-Fetch-Mode"] is { Count: 0 } or ["navigate"]
            && !request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

        private static Task Refuse(HttpContext context, int status) => Results.Problem(
            statusCode: status,
            detail: status == StatusCodes.Status401Unauthorized ? "Sign in first: at /account/sign-in." : "Your role does not allow this.").ExecuteAsync(context);
    }
}
