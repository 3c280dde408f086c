using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Languages;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Api;

/// <summary>Articles to read: a list with filters, and one.</summary>
internal sealed class ArticleRoutes(PublishedArticles articles, ArticleReader reader, TagIndex tags, Authors authors, FrameMaker frames, ArticleJsonMaker json)
{
    private static readonly ApiParameters Parameters = new(
    [
        new("section", "Only articles of the section with this slug, or of one that lies in it.") { Example = "culture" },
        new("tag", "Only articles that carry the tag with this slug.") { Example = "trams" },
        new("author", "Only articles that are signed by the author with this slug.") { Example = "femke-roosens" },
        ApiParameter.Language,
        ApiParameter.Since,
        ApiParameter.Limit,
        ApiParameter.Before,
    ]);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapMethods("/articles", PublicApi.Read, (HttpContext context, ArticleRoutes routes, Addresses addresses) => routes.ListAsync(context, addresses))
            .WithName("listArticles").WithTags("Articles").WithSummary("List articles")
            .WithDescription("The newest published articles first. All filters that are given must hold. Follow \"next\" until it is null to read them all.")
            .WithMetadata(new KeptForEverybodyAttribute(Parameters.Names), Parameters, new ApiExample(ApiExamples.Articles))
            .Produces<ArticlePage>().ProducesValidationProblem();
        api.MapMethods("/articles/{id:long}", PublicApi.Read, (HttpContext context, long id, ArticleRoutes routes) => routes.OneAsync(context, id))
            .WithName("getArticle").WithTags("Articles").WithSummary("Read one article")
            .WithDescription("A published article with its text. One that was taken back answers 410.")
            .WithMetadata(new KeptForEverybodyAttribute(), new ApiExample(ApiExamples.Article))
            .Produces<ArticleDetail>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
    }

    private async Task<IResult> ListAsync(HttpContext context, Addresses addresses)
    {
        var cancel = context.RequestAborted;
        var query = new ApiQuery(context.Request);
        var frame = await frames.MakeAsync(Language.Default);
        var (limit, filter) = (query.Limit, new ArticleFilter
        {
            Sections = Sections(query, frame),
            Tag = await query.NamedAsync("tag", "tag", async slug => (await tags.FindAsync(slug, cancel))?.Id),
            Author = await query.NamedAsync("author", "author", async slug => (await authors.FindAsync(slug, cancel))?.Id),
            Language = query.Language,
            Since = query.Since,
            Before = query.Before,
        });
        if (!query.IsSound)
            return query.Problem();
        var page = await articles.MatchingAsync(filter, limit, cancel);
        return Results.Ok(new ArticlePage
        {
            Items = [.. page.Items.Select(card => json.Summary(card, frame))],
            Next = page.HasMore ? addresses.Absolute(query.From(page.Items[^1].Key, Parameters)) : null,
        });
    }

    private async Task<IResult> OneAsync(HttpContext context, long id)
    {
        var found = await reader.FindAsync(id, context.RequestAborted);
        if (found.Article is not { } article)
            return found.IsGone ? PublicApi.Gone($"Article {id} was taken back.") : PublicApi.NotThere($"There is no article {id}.");
        var translations = await reader.TranslationsAsync(article, context.RequestAborted);
        return Results.Ok(json.Detail(article, translations, await frames.MakeAsync(Language.Default)));
    }

    private static IReadOnlyList<long> Sections(ApiQuery query, Frame frame)
    {
        if (query.Text("section") is not { } slug)
            return [];
        if (frame.Sections.Find(slug) is { } section)
            return [.. frame.Sections.Under(section).Select(inner => inner.Id)];
        query.Wrong("section", "names no section of the paper");
        return [];
    }
}
