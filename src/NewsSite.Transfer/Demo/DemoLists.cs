using System.Text.Json.Serialization;

namespace NewsSite.Transfer.Demo;

internal sealed record DemoSection
{
    public required string Slug { get; init; }

    /// <summary>By language code, as all texts here.</summary>
    public required Dictionary<string, string> Name { get; init; }
    public required Dictionary<string, string> Description { get; init; }
    public required string Colour { get; init; }
    public required List<string> JobCategories { get; init; }
}

/// <summary>A tag, or a category of jobs.</summary>
internal sealed record DemoTerm
{
    public required string Slug { get; init; }
    public required Dictionary<string, string> Name { get; init; }
}

internal sealed record DemoAuthor
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required Dictionary<string, string> Role { get; init; }
    public required Dictionary<string, string> Bio { get; init; }
}

internal sealed record DemoEmployer
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string About { get; init; }
    public required string Language { get; init; }
    public required string Website { get; init; }

    /// <summary>Where its jobs are that name no place.</summary>
    public required string Town { get; init; }
    public required string PostalCode { get; init; }
}

internal sealed record DemoPicture
{
    public required string Key { get; init; }
    public required Dictionary<string, string> Alt { get; init; }
    public Dictionary<string, string>? Caption { get; init; }
    public string Credit { get; init; } = "";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(List<DemoSection>))]
[JsonSerializable(typeof(List<DemoTerm>))]
[JsonSerializable(typeof(List<DemoAuthor>))]
[JsonSerializable(typeof(List<DemoEmployer>))]
[JsonSerializable(typeof(List<DemoPicture>))]
internal sealed partial class DemoJson : JsonSerializerContext;
