using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NewsSite.Web.Caching;
using NewsSite.Web.Languages;

namespace NewsSite.Web.Api;

/// <summary>The API under /api/v1 and its OpenAPI document.</summary>
public static class PublicApi
{
    internal static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void AddPublicApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            // Numbers are numbers, for those who read the description too.
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        services.AddOpenApi("v1", ApiDescription.Complete);
        services.AddScoped<ArticleRoutes>();
        services.AddScoped<JobRoutes>();
        services.AddScoped<ArticleJsonMaker>();
        services.AddScoped<JobJsonMaker>();
    }

    public static void MapPublicApi(this WebApplication app)
    {
        var open = app.MapGroup("").AllowAnonymous().OnlyAtRoot();
        var api = open.MapGroup("/api/v1");
        ArticleRoutes.Map(api);
        JobRoutes.Map(api);
        open.MapOpenApi().WithMetadata(new KeptForEverybodyAttribute()).Add(AnswerHead);
    }

    internal static IResult NotThere(string title) => Results.Problem(title: title, statusCode: StatusCodes.Status404NotFound);

    internal static IResult Gone(string title) => Results.Problem(title: title, statusCode: StatusCodes.Status410Gone);

    /// <summary>The document is mapped for GET alone.</summary>
    private static void AnswerHead(EndpointBuilder endpoint)
    {
        endpoint.Metadata.Remove(endpoint.Metadata.OfType<IHttpMethodMetadata>().First());
        endpoint.Metadata.Add(new HttpMethodMetadata(Read));
    }
}
