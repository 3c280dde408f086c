namespace NewsSite.Web.Api;

/// <summary>The API under /api/v1 and its OpenAPI document.</summary>
public static class PublicApi
{
    public static void AddPublicApi(this IServiceCollection services) => services.AddProblemDetails();

    public static void MapPublicApi(this WebApplication app)
    {
    }
}
