using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using NewsSite.IntegrationTests.Schemas;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web.Api;

/// <summary>The OpenAPI document, and that the API keeps to it. The database does not matter here.</summary>
public sealed class DescriptionTests() : SiteTest(DatabaseEngine.Sqlite)
{
    private static readonly string[] Paths = ["/api/v1/articles", "/api/v1/articles/{id}", "/api/v1/jobs", "/api/v1/jobs/{id}"];

    [Fact]
    public async Task It_is_sound_and_describes_all_there_is_to_read()
    {
        var answer = await Site.ReadAsync("/openapi/v1.json");
        var read = OpenApiDocument.Parse(answer.Text, OpenApiConstants.Json);

        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        Assert.Equal(Paths, read.Document!.Paths.Keys);
        Assert.Equal(Site.PublicUrl, Assert.Single(read.Document.Servers!).Url);
        foreach (var operation in read.Document.Paths.Values.SelectMany(path => path.Operations!))
        {
            Assert.Equal(HttpMethod.Get, operation.Key);
            Assert.NotEqual("", operation.Value.Summary);
            Assert.All(operation.Value.Parameters!, parameter => Assert.True(parameter is { Description.Length: > 10, Example: not null }, parameter.Name));
            Assert.NotNull(operation.Value.Responses!["200"].Content!["application/json"].Example);
            Assert.Contains(operation.Value.Responses.Keys, status => status is "400" or "404");
        }
    }

    [Fact]
    public async Task Answers_and_examples_are_what_it_says()
    {
        var article = await Paper.AddAsync(new Piece("Trams") { Tags = ["trams"], Authors = ["an"], TranslationGroup = 1 }, Cancel);
        await Paper.AddAsync(new Piece("De trams") { Language = Language.Dutch, TranslationGroup = 1 }, Cancel);
        var job = await Paper.AddAsync(new Job("Driver") { Category = "it", Salary = new Salary(null, 375050, "EUR", PayPeriod.Hour), ClosesAt = Clock.Now.AddDays(1) }, Cancel);
        var document = JsonNode.Parse((await Site.ReadAsync("/openapi/v1.json")).Text)!;
        var schema = new JsonSchema(document);

        foreach (var (path, address, status) in new[]
        {
            (Paths[0], Paths[0] + "?limit=1", 200), (Paths[0], Paths[0] + "?limit=0", 400), (Paths[1], $"/api/v1/articles/{article}", 200), (Paths[1], "/api/v1/articles/4711", 404),
            (Paths[2], Paths[2], 200), (Paths[2], Paths[2] + "?since=x", 400), (Paths[3], $"/api/v1/jobs/{job}", 200), (Paths[3], "/api/v1/jobs/4711", 404),
        })
        {
            var answer = await Site.GetAsync(address);
            Assert.Equal(status, answer.Status);
            var media = document["paths"]![path]!["get"]!["responses"]![$"{status}"]!["content"]![answer.MediaType]!;
            var reference = (string)media["schema"]!["$ref"]!;

            Assert.Empty(schema.Faults(JsonNode.Parse(answer.Text), reference));
            if (media["example"] is { } example)
                Assert.Empty(schema.Faults(example, reference));
        }
    }
}
