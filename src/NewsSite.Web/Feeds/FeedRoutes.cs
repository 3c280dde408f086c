using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Languages;
using NewsSite.Web.Caching;
using NewsSite.Web.Languages;
using NewsSite.Web.Pages;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Feeds;

/// <summary>The feeds: of the paper, of each section, tag and author, and of the jobs; each in every format and language.</summary>
public static class FeedRoutes
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void AddFeeds(this IServiceCollection services) => services
        .AddScoped<FeedMaker>()
        .AddScoped<IndeedFeed>();

    public static void MapFeeds(this WebApplication app)
    {
        var feeds = app.MapGroup("").AllowAnonymous().WithMetadata(new KeptForEverybodyAttribute());
        foreach (var format in FeedFormat.All)
        {
            feeds.MapMethods("/" + format.File, Read, (Asked asked, PublishedArticles articles) => PaperAsync(asked, articles, format));
            feeds.MapMethods("/news/{section}/" + format.File, Read, (Asked asked, string section, PublishedArticles articles) => SectionAsync(asked, section, articles, format));
            feeds.MapMethods("/tags/{slug}/" + format.File, Read, (Asked asked, string slug, TagIndex tags, PublishedArticles articles) => TagAsync(asked, slug, tags, articles, format));
            feeds.MapMethods("/authors/{slug}/" + format.File, Read, (Asked asked, string slug, Authors authors, PublishedArticles articles) => AuthorAsync(asked, slug, authors, articles, format));
            feeds.MapMethods("/employers/{slug}/" + format.File, Read, (Asked asked, string slug, EmployerDirectory employers, OpenPostings postings, PostingCatalogue catalogue) => EmployerAsync(asked, slug, employers, (postings, catalogue), format));
            feeds.MapMethods("/jobs/" + format.File, Read, (Asked asked, OpenPostings postings, PostingCatalogue catalogue) => JobsAsync(asked, postings, catalogue, format));
        }
        feeds.MapMethods("/manifest.webmanifest", Read, async (HttpContext context, FrameMaker frames) =>
        {
            var name = (await frames.MakeAsync(context.Language())).SiteName;
            return new MachineText(WebManifest.ContentType, stream => WebManifest.Write(stream, name, context.Language()));
        });
        // Too large to be kept.
        app.MapMethods(Addresses.IndeedFeed, Read, (HttpContext context, IndeedFeed feed) => feed.AnswerAsync(context)).AllowAnonymous();
    }

    private static async Task<IResult> PaperAsync(Asked asked, PublishedArticles articles, FeedFormat format)
    {
        var page = await articles.LatestAsync(asked.Language, FeedMaker.Size, cancel: asked.Cancel);
        return await asked.AnswerAsync(new FeedList { Home = Addresses.Home(asked.Language) }, asked.Language.Prefix, page.Items, format);
    }

    private static async Task<IResult> SectionAsync(Asked asked, string slug, PublishedArticles articles, FeedFormat format)
    {
        var frame = await asked.FrameAsync();
        if (frame.Sections.Find(slug) is not { } section)
            return await asked.FormerAsync(OwnPath.Section(slug), format);
        var page = await articles.InSectionsAsync(frame.Sections.Under(section).Select(inner => inner.Id), asked.Language, FeedMaker.Size, cancel: asked.Cancel);
        var home = Addresses.Section(asked.Language, section);
        return await asked.AnswerAsync(new FeedList { Title = section.Name.In(asked.Language), Description = section.Description.In(asked.Language), Home = home }, home, page.Items, format);
    }

    private static async Task<IResult> TagAsync(Asked asked, string slug, TagIndex tags, PublishedArticles articles, FeedFormat format)
    {
        if (await tags.FindAsync(slug, asked.Cancel) is not { } tag)
            return await asked.FormerAsync(OwnPath.Tag(slug), format);
        var page = await articles.TaggedAsync(tag.Id, asked.Language, FeedMaker.Size, cancel: asked.Cancel);
        var home = Addresses.Tag(asked.Language, tag.Slug);
        return await asked.AnswerAsync(new FeedList { Title = tag.Name.In(asked.Language), Home = home }, home, page.Items, format);
    }

    private static async Task<IResult> AuthorAsync(Asked asked, string slug, Authors authors, PublishedArticles articles, FeedFormat format)
    {
        if (await authors.FindAsync(slug, asked.Cancel) is not { } author)
            return await asked.FormerAsync(OwnPath.Author(slug), format);
        var page = await articles.ByAuthorAsync(author.Id, asked.Language, FeedMaker.Size, cancel: asked.Cancel);
        var home = Addresses.Author(asked.Language, author.Slug);
        return await asked.AnswerAsync(new FeedList { Title = author.Name, Description = author.Biography.In(asked.Language), Home = home }, home, page.Items, format);
    }

    private static async Task<IResult> EmployerAsync(Asked asked, string slug, EmployerDirectory employers, (OpenPostings Postings, PostingCatalogue Catalogue) jobs, FeedFormat format)
    {
        if (await employers.FindAsync(slug, asked.Cancel) is not { } employer)
            return Results.NotFound();
        var home = Addresses.Employer(asked.Language, employer.Slug);
        var list = new FeedList { Title = employer.Name, Description = employer.About, Home = home };
        var modified = await jobs.Catalogue.ModifiedAtAsync(asked.Cancel);
        var feed = asked.Feeds.Of(list, await jobs.Postings.NewestAsync(FeedMaker.Size, employer.Id, asked.Cancel), modified, await asked.FrameAsync());
        return asked.Answer(feed, home, format);
    }

    private static async Task<IResult> JobsAsync(Asked asked, OpenPostings postings, PostingCatalogue catalogue, FeedFormat format)
    {
        var home = Addresses.Jobs(asked.Language);
        var list = new FeedList { Title = asked.Texts["Jobs in Brussels and beyond"], Description = asked.Texts["All open jobs, the newest first."], Home = home };
        var modified = await catalogue.ModifiedAtAsync(asked.Cancel);
        var feed = asked.Feeds.Of(list, await postings.NewestAsync(FeedMaker.Size, cancel: asked.Cancel), modified, await asked.FrameAsync());
        return asked.Answer(feed, home, format);
    }

    /// <summary>What every feed needs of its request.</summary>
    private sealed record Asked(FeedMaker Feeds, FrameMaker Frames, Addresses Addresses, IStringLocalizer<Interface> Texts, Language Language, CancellationToken Cancel)
    {
        public static ValueTask<Asked> BindAsync(HttpContext context) => ValueTask.FromResult(new Asked(
            context.RequestServices.GetRequiredService<FeedMaker>(),
            context.RequestServices.GetRequiredService<FrameMaker>(),
            context.RequestServices.GetRequiredService<Addresses>(),
            context.RequestServices.GetRequiredService<IStringLocalizer<Interface>>(),
            context.Language(),
            context.RequestAborted)
        { Old = context.RequestServices.GetRequiredService<OldAddressResolver>() });

        public required OldAddressResolver Old { get; init; }

        public ValueTask<Frame> FrameAsync() => Frames.MakeAsync(Language);

        /// <summary>Where a list is no more, the feed of the list that it has become.</summary>
        public async Task<IResult> FormerAsync(string list, FeedFormat format)
        {
            var old = await Old.FindAsync(Language.Prefix + list, QueryString.Empty, await FrameAsync(), Cancel);
            return old switch
            {
                { IsGone: true } => Results.StatusCode(StatusCodes.Status410Gone),
                { Address: ['/', ..] address } => Results.Redirect(Addresses.Feed(address, format.File), permanent: true),
                _ => Results.NotFound(),
            };
        }

        public async Task<IResult> AnswerAsync(FeedList list, string path, IReadOnlyList<ArticleCard> cards, FeedFormat format) =>
            Answer(await Feeds.OfAsync(list, cards, await FrameAsync(), Cancel), path, format);

        public MachineText Answer(Feed feed, string path, FeedFormat format) => new(
            format.ContentType, stream => format.Write(stream, feed, Addresses.Absolute(Addresses.Feed(path, format.File))));
    }
}
