using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Platform.Figures;
using NewsSite.Web.Security;

namespace NewsSite.Web;

/// <summary>
/// The beacon of readers' pages: what was seen or done, a line each, "view posting/7". So pages that are kept for everybody are counted
/// too. It carries no cookie; a reader counts once a day for a thing, told apart by a hash that lives in memory for that day. Robots that
/// say what they are do not count. Without script nothing is counted.
/// </summary>
public static partial class SeenRoute
{
    private const int LargestBody = 4096;

    /// <summary>More than a page has; the script sends at most 40 at once.</summary>
    private const int MostLines = 60;

    public static void MapSeen(this WebApplication app) => app.MapPost("/seen", CountAsync)
        .AllowAnonymous().DisableAntiforgery().FromOwnPages().RequireRateLimiting(ReaderLimits.Seen)
        .WithMetadata(new RequestSizeLimitAttribute(LargestBody)).ExcludeFromDescription();

    private static async Task<IResult> CountAsync(HttpContext context, FigureCounter counter)
    {
        if (await BodyAsync(context.Request) is not { } body)
            return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, detail: $"{LargestBody} bytes are the most.");
        var lines = body.Split('\n');
        var sightings = lines.Length > MostLines ? [] : lines.Select(Read).OfType<Sighting>().Where(counter.Knows).ToList();
        if (sightings.Count != lines.Length)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: $"Each line says what was done with what, such as \"view posting/7\"; at most {MostLines} lines.");
        if (!IsRobot(context.Request))
            counter.Count(Reader(context), sightings);
        return Results.NoContent();
    }

    /// <summary>Counts what a reader did by an address of ours, without script; a beacon of the same reader counts no second time.</summary>
    internal static void Count(HttpContext context, FigureCounter counter, Sighting sighting)
    {
        if (!IsRobot(context.Request))
            counter.Count(Reader(context), [sighting]);
    }

    /// <summary>Null: it is too long. What is no UTF-8 is no line either.</summary>
    private static async Task<string?> BodyAsync(HttpRequest request)
    {
        var body = new byte[LargestBody + 1];
        var length = 0;
        for (int read; length < body.Length && (read = await request.Body.ReadAsync(body.AsMemory(length), request.HttpContext.RequestAborted)) > 0;)
            length += read;
        return length > LargestBody ? null : Encoding.UTF8.GetString(body, 0, length);
    }

    private static Sighting? Read(string line) =>
        Line().Match(line) is { Success: true } match && long.TryParse(match.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new Sighting(match.Groups["kind"].Value, id, match.Groups["act"].Value)
            : null;

    /// <summary>What tells readers behind one address apart; it is hashed at once.</summary>
    private static string Reader(HttpContext context) => $"{ClientNetwork.Of(context)} {context.Request.Headers.UserAgent} {context.Request.Headers.AcceptLanguage}";

    private static bool IsRobot(HttpRequest request) => request.Headers.UserAgent.ToString() is var agent && (agent.Length == 0 || Robot().IsMatch(agent));

    [GeneratedRegex(@"^(?<act>[a-z]{1,20}) (?<kind>[a-z]{1,20})/(?<id>[0-9]{1,18})\z")]
    private static partial Regex Line();

    /// <summary>Crawlers and programs name themselves; browsers say Mozilla and none of this.</summary>
    [GeneratedRegex("bot|crawl|spider|slurp|headless|lighthouse|preview|monitor|scan|fetch|curl|wget|python|java/|okhttp|go-http|libwww|facebookexternal|whatsapp", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Robot();
}
