using NewsSite.Web.Pages.Employer.Applications;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Employer;

/// <summary>
/// What is asked below /employer/{employerId} without being a page (files, and what scripts ask): open to that company's members only, errors as
/// problem+json, and with the antiforgery token in the header RequestVerificationToken wherever something changes. Each noun maps its own beside its
/// pages.
/// </summary>
public static class EmployerRoutes
{
    public static void MapEmployer(this WebApplication app)
    {
        var employer = app.MapGroup("/employer/{" + EmployerDoorExtensions.Parameter + ":long}").RequireAuthorization(Policies.ActForEmployer).DisableAntiforgery().RequireFormToken();
        employer.MapApplications();
    }
}
