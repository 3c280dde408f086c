using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Comments;
using NewsSite.Newsroom.Presence;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Web.Languages;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>What the editor's script asks about articles: save, who is here, and look up.</summary>
public static class ArticleRoutes
{
    private const int MostFound = 20;
    private const int MostAsked = 100;
    private const int MostBytes = 4096;

    public static void MapArticles(this RouteGroupBuilder newsroom)
    {
        var articles = newsroom.MapGroup("/articles").RequireAuthorization(Policies.Write);
        articles.MapPut("/{id:long}/copy", CopyRoute.SaveAsync);
        articles.MapGet("/{id:long}/presence", TellAsync);
        articles.MapPost("/{id:long}/presence", ComeAsync);
        articles.MapDelete("/{id:long}/presence", LeaveAsync);
        articles.MapGet("/search", SearchAsync);
    }

    private static async Task<IResult> SearchAsync(
        string? q, string? ids, HttpContext context, DeskArticles articles, SectionMenu sections, CancellationToken cancel)
    {
        var me = context.CurrentUser();
        var found = ids is not null
            ? await articles.FindAsync(Ids(ids), cancel)
            : (await articles.PageAsync(new DeskQuestion { Words = Cut(q) }, MostFound, cancel)).Items;
        var tree = await sections.TreeAsync();
        // Somebody else's unpublished work is no contributor's to see.
        return Results.Ok(new
        {
            items = found.Where(article => me.MaySee(article) || article.State == ArticleState.Published).Select(article => new
            {
                article.Id,
                article.Title,
                article.Language,
                Section = tree[article.SectionId].Name.In(context.Language()),
                Published = article.State == ArticleState.Published && article.PublishedAt is { } at ? Words.Machine(at) : null,
            }),
        });
    }

    /// <summary>How it stands, without saying that one is here: for a page whose form token has grown old.</summary>
    private static async Task<IResult> TellAsync(long id, HttpContext context, DeskArticles articles, WritingDesk desk, CancellationToken cancel)
    {
        if (await RefusalAsync(id, context, articles, cancel) is { } refusal)
            return refusal;
        return await desk.OpenAsync(id, cancel) is { } copy ? Results.Ok(await StandingAsync(context, copy, [])) : Results.NotFound();
    }

    private static async Task<IResult> ComeAsync(
        long id, HttpContext context, DeskArticles articles, WritingDesk desk, Visits visits, IStringLocalizer<Interface> texts)
    {
        var cancel = context.RequestAborted;
        if (await RefusalAsync(id, context, articles, cancel) is { } refusal)
            return refusal;
        var (json, unread) = await JsonBody.ReadAsync(context, MostBytes, texts);
        using var sent = json;
        if (unread is not null)
            return unread;
        if (Tab(sent!.RootElement) is not { } tab)
            return NoTab();
        if (await desk.OpenAsync(id, cancel) is not { } copy)
            return Results.NotFound();
        return Results.Ok(await StandingAsync(context, copy, await visits.SeeAsync(id, tab, Who(context), cancel)));
    }

    private static async Task<IResult> LeaveAsync(long id, HttpContext context, Visits visits, IStringLocalizer<Interface> texts)
    {
        var (json, unread) = await JsonBody.ReadAsync(context, MostBytes, texts);
        using var sent = json;
        if (unread is not null)
            return unread;
        if (Tab(sent!.RootElement) is not { } tab)
            return NoTab();
        await visits.LeaveAsync(id, tab, Who(context), context.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>Why one may not write this article; null where one may.</summary>
    internal static async Task<IResult?> RefusalAsync(long id, HttpContext context, DeskArticles articles, CancellationToken cancel)
    {
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<Interface>>();
        if (await articles.FindAsync(id, cancel) is not { } article)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: texts["This article is not there any more."]);
        return context.CurrentUser().MayWrite(article)
            ? null
            : Results.Problem(statusCode: StatusCodes.Status403Forbidden, detail: texts["You may not write in this article: it is with the editors now."]);
    }

    /// <summary>What the page is told after each save and while it is open.</summary>
    internal static async Task<object> StandingAsync(HttpContext context, WorkingCopy copy, IReadOnlyList<Other> others) => new
    {
        copy.Revision,
        SavedAt = copy.Revision == 0 ? null : Words.Machine(copy.SavedAt),
        SavedBy = copy.SavedByName,
        Others = others.Select(other => new { other.Name, Self = other.IsSelf }),
        Comments = (await context.RequestServices.GetRequiredService<CommentDesk>().MarkAsync(copy.ArticleId, context.RequestAborted)).ToString(),
        Token = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken,
    };

    internal static Editor Who(HttpContext context) => new(context.CurrentUser().Id, context.CurrentUser().Name);

    internal static Guid? Tab(JsonElement sent) =>
        sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty("tab", out var tab) && tab.ValueKind == JsonValueKind.String && tab.TryGetGuid(out var id) ? id : null;

    internal static IResult NoTab() => Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: "tab: no UUID of a window.");

    internal static string Cut(string? words) => words is null ? "" : words.Length > MostAsked ? words[..MostAsked] : words;

    internal static List<long> Ids(string ids) =>
        [.. ids.Split(',').Select(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(id => id > 0).Distinct().Take(MostAsked)];
}
