using NewsSite.Alerts.Digests;
using NewsSite.Alerts.Editions;
using NewsSite.Alerts.Mailings;
using NewsSite.Alerts.SavedSearches;
using NewsSite.Alerts.Subscriptions;
using NewsSite.Jobs.Applications;
using NewsSite.Jobs.Notices;
using NewsSite.Jobs.Orders;
using NewsSite.Jobs.Postings;
using NewsSite.Newsroom.FrontPage;
using NewsSite.Newsroom.Publishing;
using NewsSite.Platform.Database;
using NewsSite.Platform.Scheduling;
using NewsSite.Search.Figures;

namespace NewsSite.Web;

/// <summary>
/// Everything that runs by itself, when, and for which module. Times are of the paper's clock: second, minute, hour, day, month,
/// weekday. On several nodes each run happens on one of them.
/// </summary>
public static class Schedule
{
    public static readonly IReadOnlyList<RecurringTask> Tasks =
    [
        new()
        {
            Name = "publish and unpublish what is planned",
            Module = "Newsroom",
            When = "0/2 * * * * ?",
            HasWork = (services, cancel) => services.GetRequiredService<DueArticles>().IsAnyAsync(cancel),
            Run = (services, cancel) => services.GetRequiredService<DueArticles>().CarryOutAsync(cancel),
        },
        new()
        {
            Name = "show planned front pages, end pins",
            Module = "Newsroom",
            When = "1/2 * * * * ?",
            HasWork = (services, cancel) => services.GetRequiredService<FrontPageDesk>().IsDueAsync(cancel),
            Run = (services, cancel) => services.GetRequiredService<FrontPageDesk>().ApplyDueAsync(cancel),
        },
        new()
        {
            Name = "tell employers what closes",
            Module = "Jobs",
            When = "10 * * * * ?",
            HasWork = (services, cancel) => services.GetRequiredService<DueNotices>().IsAnyAsync(cancel),
            Run = (services, cancel) => services.GetRequiredService<DueNotices>().WriteAsync(cancel),
        },
        new()
        {
            Name = "cancel orders of closed postings",
            Module = "Jobs",
            When = "40 * * * * ?",
            HasWork = (services, cancel) => services.GetRequiredService<PaymentBook>().HasLapsingAsync(cancel),
            Run = (services, cancel) => services.GetRequiredService<PaymentBook>().LapseAsync(cancel),
        },
        new()
        {
            Name = "match what is new with saved searches",
            Module = "Alerts",
            When = "0/5 * * * * ?",
            HasWork = (services, cancel) => services.GetRequiredService<NewThings>().IsAnyAsync(cancel),
            Run = (services, cancel) => services.GetRequiredService<NewThings>().MatchAsync(cancel),
        },
        new()
        {
            Name = "write digests that are due",
            Module = "Alerts",
            When = "3/10 * * * * ?",
            HasWork = (services, cancel) => services.GetRequiredService<DueDigests>().IsAnyAsync(cancel),
            Run = (services, cancel) => services.GetRequiredService<DueDigests>().WriteAsync(cancel),
        },
        new()
        {
            Name = "make the morning briefing",
            Module = "Alerts",
            When = "0 0 5 * * ?",
            Run = (services, cancel) => services.GetRequiredService<EditionDesk>().MakeAsync(MailingKind.Morning, cancel),
        },
        new()
        {
            Name = "make the weekly",
            Module = "Alerts",
            When = "0 5 5 ? * SAT",
            Run = (services, cancel) => services.GetRequiredService<EditionDesk>().MakeAsync(MailingKind.Weekly, cancel),
        },
        new()
        {
            Name = "write letters that are due",
            Module = "Alerts",
            When = "8/10 * * * * ?",
            HasWork = (services, cancel) => services.GetRequiredService<DueLetters>().IsAnyAsync(cancel),
            Run = (services, cancel) => services.GetRequiredService<DueLetters>().WriteAsync(cancel),
        },
        new()
        {
            Name = "erase alerts that nobody confirmed",
            Module = "Alerts",
            When = "0 20 3 * * ?",
            Run = (services, cancel) => services.GetRequiredService<OwnData>().EraseUnconfirmedAsync(cancel),
        },
        new()
        {
            Name = "publish jobs at their time",
            Module = "Jobs",
            When = "30 * * * * ?",
            HasWork = (services, cancel) => services.GetRequiredService<DuePostings>().IsAnyAsync(cancel),
            Run = (services, cancel) => services.GetRequiredService<DuePostings>().CarryOutAsync(cancel),
        },
        new()
        {
            Name = "forget adverts that were never finished",
            Module = "Jobs",
            When = "0 25 3 * * ?",
            Run = (services, cancel) => services.GetRequiredService<PostingDrafts>().ForgetOldAsync(cancel),
        },
        new()
        {
            Name = "empty the recycle bin",
            Module = "Newsroom",
            When = "0 30 3 * * ?",
            Run = (services, cancel) => services.GetRequiredService<RecycleBin>().CleanAsync(cancel),
        },
        new()
        {
            Name = "erase old applications, tell before",
            Module = "Jobs",
            When = "0 20 3 * * ?",
            Run = (services, cancel) => services.GetRequiredService<ApplicationRetention>().CarryOutAsync(cancel),
        },
        new()
        {
            Name = "forget old searches",
            Module = "Search",
            When = "0 35 3 * * ?",
            Run = (services, cancel) => services.GetRequiredService<SearchFigures>().ForgetOldAsync(cancel),
        },
        new()
        {
            Name = "refresh the database's statistics",
            Module = "Platform",
            When = "0 45 3 * * ?",
            Run = (services, cancel) => services.GetRequiredService<Statistics>().RefreshAsync(cancel),
        },
        new()
        {
            Name = "forget old runs",
            Module = "Platform",
            When = "0 40 3 * * ?",
            Run = (services, cancel) => services.GetRequiredService<TaskRuns>().ForgetOldAsync(cancel),
        },
    ];

    public static void AddSchedule(this IServiceCollection services) => services.AddScheduling(Tasks);
}
