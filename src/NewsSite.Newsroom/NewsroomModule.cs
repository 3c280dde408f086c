using Microsoft.Extensions.DependencyInjection;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Comments;
using NewsSite.Newsroom.Downloads;
using NewsSite.Newsroom.FrontPage;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Menus;
using NewsSite.Newsroom.Presence;
using NewsSite.Newsroom.Previews;
using NewsSite.Newsroom.Profile;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.Redirects;
using NewsSite.Newsroom.Reviews;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Newsroom.Tags;
using NewsSite.Newsroom.Versions;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;

namespace NewsSite.Newsroom;

/// <summary>The door of Newsroom: articles and all that is filed around them.</summary>
public static class NewsroomModule
{
    public static IServiceCollection AddNewsroom(this IServiceCollection services) => services
        .AddSingleton(new MappedAssembly(typeof(NewsroomModule).Assembly))
        .AddScoped<PublishedArticles>()
        .AddSingleton<VersionMemory>()
        .AddScoped<ArticleReader>()
        .AddScoped<WholeArticles>()
        .AddScoped<ArticleCatalogue>()
        .AddScoped<IDocumentSource, ArticleDocuments>()
        .AddScoped<TagShelves>()
        .AddScoped<EditorialDesk>()
        .AddScoped<WritingDesk>()
        .AddScoped<VersionHistory>()
        .AddScoped<CommentDesk>()
        .AddScoped<ReviewDesk>()
        .AddScoped<ArticlePreviews>()
        .AddScoped<PreviewLinks>()
        .AddScoped<ArticleOrders>()
        .AddScoped<PublicationCheck>()
        .AddScoped<PublishingLook>()
        .AddScoped<PublishingDesk>()
        .AddScoped<DueArticles>()
        .AddScoped<PlanReports>()
        // The host knows the staff; without one there is nobody to tell.
        .AddScoped<FindColleague>(_ => (_, _) => Task.FromResult<Colleague?>(null))
        .AddScoped<RecycleBin>()
        .AddScoped<PublicationCalendar>()
        .AddScoped<BulkDesk>()
        .AddScoped<Headlines>()
        .AddScoped<SectionMenu>()
        .AddScoped<FrontPageDesk>()
        .AddScoped<Authors>()
        .AddScoped<TagIndex>()
        .AddScoped<PublishedPages>()
        .AddScoped<OldAddresses>()
        .AddMedia()
        .AddShape()
        .AddDesk();

    /// <summary>What those who write ask and do, beside the working copies.</summary>
    private static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddScoped<DeskArticles>()
        .AddScoped<References>()
        .AddScoped<PictureShelf>()
        .AddScoped<Translations>()
        .AddScoped<Visits>();

    /// <summary>What chief editors give the paper its shape with.</summary>
    private static IServiceCollection AddShape(this IServiceCollection services) => services
        .AddScoped<ArrangementDesk>()
        .AddScoped<ArrangeableArticles>()
        .AddScoped<MovedAddresses>()
        .AddScoped<SectionDesk>()
        .AddScoped<TagDesk>()
        .AddScoped<TagSearch>()
        .AddScoped<AuthorDesk>()
        .AddScoped<AuthorSearch>()
        .AddScoped<RedirectDesk>()
        .AddScoped<StaticPageDesk>()
        .AddScoped<MenuDesk>()
        .AddScoped<ProfileDesk>()
        .AddScoped<FindSiteFace>(provider => provider.GetRequiredService<ProfileDesk>().FaceAsync);

    private static IServiceCollection AddMedia(this IServiceCollection services) => services
        .AddScoped<MediaDesk>()
        .AddScoped<MediaLibrary>()
        .AddScoped<MediaUses>()
        .AddScoped<IFileHolder, MediaFiles>()
        .AddScoped<DownloadShelf>()
        .AddScoped<IFileHolder, DownloadFiles>();
}
