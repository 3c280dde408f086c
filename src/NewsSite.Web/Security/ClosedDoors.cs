using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace NewsSite.Web.Security;

/// <summary>
/// Everything is closed unless it says that it is public ([AllowAnonymous], on every reader page). Nobody can sign in yet, so
/// a closed address does not say that it exists.
/// </summary>
public static class ClosedDoors
{
    public static void AddClosedDoors(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotFoundForStrangers>();
    }

    private sealed class NotFoundForStrangers : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded)
                return next(context);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
    }
}
