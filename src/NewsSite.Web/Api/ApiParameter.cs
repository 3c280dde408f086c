namespace NewsSite.Web.Api;

/// <summary>A parameter of the query, as the routes read it and the description tells it.</summary>
internal sealed record ApiParameter(string Name, string Description)
{
    public static readonly ApiParameter Language = new("language", "Only what is written in this language: en, nl or fr.") { Example = "en", Values = ["en", "nl", "fr"] };
    public static readonly ApiParameter Since = new("since", "Only what was published then or later: a date (in UTC) or an instant, as ISO 8601.") { Example = "2026-11-01T00:00:00Z" };
    public static readonly ApiParameter Limit = new("limit", "How many items to return at most.") { Example = ApiQuery.UsualLimit, IsNumber = true };
    public static readonly ApiParameter Before = new("before", "Where to go on. Do not make it up: follow the address in \"next\" of the page before.") { Example = "1763808000000000-42" };

    public object? Example { get; init; }
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>From 1 to <see cref="ApiQuery.MaxLimit"/>.</summary>
    public bool IsNumber { get; init; }
}

/// <summary>Tells the description which parameters a route reads.</summary>
internal sealed record ApiParameters(IReadOnlyList<ApiParameter> All)
{
    public string[] Names => [.. All.Select(parameter => parameter.Name)];
}

/// <summary>Tells the description what an answer looks like.</summary>
internal sealed record ApiExample(object Answer);
