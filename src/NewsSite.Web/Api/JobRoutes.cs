using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Web.Caching;

namespace NewsSite.Web.Api;

/// <summary>Open jobs to read: a list with filters, and one.</summary>
internal sealed class JobRoutes(OpenPostings postings, CategoryList categories, EmployerDirectory employers, JobJsonMaker json)
{
    private static readonly ApiParameters Parameters = new(
    [
        new("category", "Only jobs of the category with this slug.") { Example = "it" },
        new("employer", "Only jobs of the employer with this slug.") { Example = "ledgerloom" },
        ApiParameter.Language,
        ApiParameter.Since,
        ApiParameter.Limit,
        ApiParameter.Before,
    ]);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapMethods("/jobs", PublicApi.Read, (HttpContext context, JobRoutes routes, Addresses addresses) => routes.ListAsync(context, addresses))
            .WithName("listJobs").WithTags("Jobs").WithSummary("List open jobs")
            .WithDescription("The newest open jobs first. All filters that are given must hold. Follow \"next\" until it is null to read them all.")
            .WithMetadata(new KeptForEverybodyAttribute(Parameters.Names), Parameters, new ApiExample(ApiExamples.Jobs))
            .Produces<JobPage>().ProducesValidationProblem();
        api.MapMethods("/jobs/{id:long}", PublicApi.Read, (HttpContext context, long id, JobRoutes routes) => routes.OneAsync(context, id))
            .WithName("getJob").WithTags("Jobs").WithSummary("Read one open job")
            .WithDescription("An open job with its advert. One that has ended answers 410.")
            .WithMetadata(new KeptForEverybodyAttribute(), new ApiExample(ApiExamples.Job))
            .Produces<JobDetail>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
    }

    private async Task<IResult> ListAsync(HttpContext context, Addresses addresses)
    {
        var cancel = context.RequestAborted;
        var query = new ApiQuery(context.Request);
        var (limit, filter) = (query.Limit, new PostingFilter
        {
            Category = await query.NamedAsync("category", "category", async slug => (await categories.BySlugAsync()).GetValueOrDefault(slug)?.Id),
            Employer = await query.NamedAsync("employer", "employer", async slug => (await employers.FindAsync(slug, cancel))?.Id),
            Language = query.Language,
            Since = query.Since,
            Before = query.Before,
        });
        if (!query.IsSound)
            return query.Problem();
        var page = await postings.MatchingAsync(filter, limit, cancel);
        return Results.Ok(new JobPage
        {
            Items = [.. page.Items.Select(json.Summary)],
            Next = page.HasMore ? addresses.Absolute(query.From(page.Items[^1].Key, Parameters)) : null,
        });
    }

    private async Task<IResult> OneAsync(HttpContext context, long id)
    {
        if (await postings.FindAsync(id, context.RequestAborted) is not { } posting)
            return PublicApi.NotThere($"There is no job {id}.");
        if (!postings.IsOpen(posting))
            return PublicApi.Gone($"Job {id} has ended.");
        return Results.Ok(json.Detail(posting));
    }
}
