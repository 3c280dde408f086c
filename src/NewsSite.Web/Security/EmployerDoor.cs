using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using NewsSite.Jobs.Employers;

namespace NewsSite.Web.Security;

/// <summary>Only members of the company in the address, or only its owners.</summary>
internal sealed record EmployerMembershipRequirement(bool MustOwn) : IAuthorizationRequirement;

/// <summary>Asks the database with every request whether the signed-in user acts for the company in the address.</summary>
internal sealed class EmployerDoor(EmployerAccess access, IHttpContextAccessor http) : AuthorizationHandler<EmployerMembershipRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, EmployerMembershipRequirement requirement)
    {
        if (http.HttpContext is not { } request || await FindAsync(request) is not { } membership || (requirement.MustOwn && !membership.IsOwner))
            return;
        request.Features.Set(membership);
        context.Succeed(requirement);
    }

    private async Task<EmployerMembership?> FindAsync(HttpContext request)
    {
        if (request.SignedIn() is not { IsIn: true } who
            || !long.TryParse(request.GetRouteValue(EmployerDoorExtensions.Parameter) as string, NumberStyles.None, CultureInfo.InvariantCulture, out var employer))
        {
            return null;
        }
        return request.Features.Get<EmployerMembership>() is { } known && known.EmployerId == employer ? known : await access.FindAsync(who.UserId, employer, request.RequestAborted);
    }
}

public static class EmployerDoorExtensions
{
    /// <summary>The part of an address that names the company: /employer/{employerId:long}/….</summary>
    public const string Parameter = "employerId";

    /// <summary>The company for which this request acts; throws where no policy has asked for one.</summary>
    public static EmployerMembership ActsFor(this HttpContext context) =>
        context.Features.Get<EmployerMembership>() ?? throw new InvalidOperationException($"{context.Request.Path} asks for which company it acts, but {nameof(Policies.ActForEmployer)} does not guard it");

    internal static void AddEmployerDoor(this IServiceCollection services) => services.AddSingleton<FormAge>().AddScoped<IAuthorizationHandler, EmployerDoor>();
}
