using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using NewsSite.Platform.Site;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace NewsSite.Web.Api;

/// <summary>Completes the OpenAPI document with what the routes' metadata says.</summary>
internal static class ApiDescription
{
    public static void Complete(OpenApiOptions options)
    {
        // HEAD answers like GET and would double every operation.
        options.ShouldInclude = route => route.HttpMethod == HttpMethods.Get && route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddSchemaTransformer(KeepEnumsToTheirNamesAsync);
        options.AddDocumentTransformer(async (document, context, _) =>
        {
            var services = context.ApplicationServices;
            var name = (await services.GetRequiredService<FindSiteFace>()()).Name;
            document.Info = new OpenApiInfo
            {
                Title = name,
                Version = "1",
                Description = $"The articles and open jobs of {name}, to read. No key is needed. Answers carry an ETag and a client that sends it back is told when nothing has changed.",
            };
            document.Servers = [new OpenApiServer { Url = services.GetRequiredService<Addresses>().Origin }];
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            foreach (var parameter in metadata.OfType<ApiParameters>().SelectMany(parameters => parameters.All))
                (operation.Parameters ??= []).Add(Of(parameter));
            if (operation.Parameters?.FirstOrDefault(parameter => parameter.Name == "id") is OpenApiParameter id)
            {
                id.Description = "The number in the address.";
                id.Example = 42;
            }
            if (metadata.OfType<ApiExample>().FirstOrDefault() is { } example)
                Illustrate(operation, example.Answer, context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// Where a value may be missing, the framework says so beside the enum and inside it as well, and then null fits twice
    /// what must fit once.
    /// </summary>
    private static Task KeepEnumsToTheirNamesAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type).IsEnum && schema.Enum is { } names)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. names.Where(name => name is not null && name.GetValueKind() == JsonValueKind.String)];
        }
        return Task.CompletedTask;
    }

    private static OpenApiParameter Of(ApiParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Example = parameter.Example is int number ? JsonValue.Create(number) : JsonValue.Create(parameter.Example as string),
        Schema = parameter.IsNumber
            ? new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = $"{ApiQuery.MaxLimit}", Default = ApiQuery.UsualLimit }
            : new OpenApiSchema { Type = JsonSchemaType.String, Enum = parameter.Values.Count == 0 ? null : [.. parameter.Values.Select(value => JsonValue.Create(value))] },
    };

    private static void Illustrate(OpenApiOperation operation, object answer, JsonSerializerOptions options)
    {
        if (operation.Responses?.GetValueOrDefault("200") is OpenApiResponse { Content: { } content } && content.TryGetValue("application/json", out var media))
            media.Example = JsonSerializer.SerializeToNode(answer, options);
    }
}
