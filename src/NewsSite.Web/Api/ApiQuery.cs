using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;

namespace NewsSite.Web.Api;

/// <summary>Reads the query of an API call and gathers everything that is wrong with it, by parameter.</summary>
internal sealed class ApiQuery(HttpRequest request)
{
    public const int UsualLimit = 20;
    public const int MaxLimit = 100;

    private static readonly string[] Instants = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private readonly Dictionary<string, string[]> _errors = [];

    public bool IsSound => _errors.Count == 0;

    public int Limit
    {
        get
        {
            if (Text(ApiParameter.Limit.Name) is not { } text)
                return UsualLimit;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit)
                return limit;
            Wrong(ApiParameter.Limit.Name, $"must be a whole number from 1 to {MaxLimit}");
            return UsualLimit;
        }
    }

    public Language? Language
    {
        get
        {
            if (Text(ApiParameter.Language.Name) is not { } text)
                return null;
            if (Platform.Languages.Language.Find(text) is { } language)
                return language;
            Wrong(ApiParameter.Language.Name, "must be one of " + string.Join(", ", Platform.Languages.Language.All.Select(known => known.Code)));
            return null;
        }
    }

    public DateTimeOffset? Since
    {
        get
        {
            // A plus that was not encoded arrives as a space.
            if (Text(ApiParameter.Since.Name)?.Replace(' ', '+') is not { } text)
                return null;
            if (DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
                return since.ToUniversalTime();
            Wrong(ApiParameter.Since.Name, "must be a date such as 2026-11-01, or an instant such as 2026-11-01T08:30:00Z");
            return null;
        }
    }

    public ListKey? Before
    {
        get
        {
            if (Text(ApiParameter.Before.Name) is not { } text)
                return null;
            if (ListKey.Parse(text) is { } key)
                return key;
            Wrong(ApiParameter.Before.Name, "is no place in a list; take the address in \"next\" as it is");
            return null;
        }
    }

    /// <summary>The value of a parameter; null where it is not given.</summary>
    public string? Text(string name)
    {
        var values = request.Query[name];
        if (values.Count > 1)
            Wrong(name, "is given more than once");
        return values.Count == 0 ? null : values[0] ?? "";
    }

    /// <summary>What a parameter names by its slug; null where it is not given, or names nothing, which is noted.</summary>
    /// <param name="kind">What it should have named, for the problem.</param>
    public async Task<long?> NamedAsync(string name, string kind, Func<string, Task<long?>> find)
    {
        if (Text(name) is not { } slug)
            return null;
        var id = await find(slug);
        if (id is null)
            Wrong(name, $"names no {kind} of the paper");
        return id;
    }

    public void Wrong(string name, string problem) => _errors.TryAdd(name, [$"{name} {problem}"]);

    public IResult Problem() => Results.ValidationProblem(
        _errors, title: "The question has a wrong parameter.", detail: string.Join("; ", _errors.Values.Select(problems => problems[0])) + ".");

    /// <summary>The path and query of the same question from a place on.</summary>
    public string From(ListKey place, ApiParameters known)
    {
        var kept = known.Names.Where(name => name != ApiParameter.Before.Name && request.Query.ContainsKey(name))
            .Select(name => KeyValuePair.Create(name, (string?)request.Query[name].ToString()));
        return QueryHelpers.AddQueryString(request.Path, kept.Append(KeyValuePair.Create(ApiParameter.Before.Name, (string?)place.ToString())));
    }
}
