using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom;

/// <summary>The parts of the newsroom in the order of its menu, each behind the policy of its pages.</summary>
public static class NewsroomMenu
{
    /// <param name="Path">Below /newsroom.</param>
    /// <param name="Icon">As in icons.css.</param>
    public sealed record Entry(NewsroomPart Part, string Path, string Icon, string Policy);

    public sealed record Group(NewsroomGroup Name, IReadOnlyList<Entry> Entries);

    public static IReadOnlyList<Group> Groups { get; } =
    [
        new(NewsroomGroup.Writing,
        [
            new(NewsroomPart.Articles, "/articles", "article", Policies.Write),
            new(NewsroomPart.Calendar, "/calendar", "calendar", Policies.Publish),
            new(NewsroomPart.Media, "/media", "picture", Policies.Write),
            new(NewsroomPart.Downloads, "/downloads", "moveDown", Policies.Edit),
            new(NewsroomPart.RecycleBin, "/bin", "bin", Policies.Edit),
        ]),
        new(NewsroomGroup.Paper,
        [
            new(NewsroomPart.FrontPage, "/front", "board", Policies.ArrangePaper),
            new(NewsroomPart.Sections, "/sections", "duplicate", Policies.ArrangePaper),
            new(NewsroomPart.Tags, "/tags", "tag", Policies.ArrangePaper),
            new(NewsroomPart.Authors, "/authors", "people", Policies.ArrangePaper),
            new(NewsroomPart.Pages, "/pages", "paragraph", Policies.ArrangePaper),
            new(NewsroomPart.Menus, "/menus", "menu", Policies.ArrangePaper),
            new(NewsroomPart.Redirects, "/redirects", "link", Policies.ArrangePaper),
            new(NewsroomPart.Settings, "/settings", "settings", Policies.ArrangePaper),
        ]),
        new(NewsroomGroup.Jobs,
        [
            new(NewsroomPart.Postings, "/postings", "article", Policies.ManageJobs),
            new(NewsroomPart.Companies, "/employers", "people", Policies.ManageJobs),
            new(NewsroomPart.Orders, "/orders", "paragraph", Policies.ManageJobs),
            new(NewsroomPart.Packages, "/packages", "tag", Policies.ManageJobs),
            new(NewsroomPart.JobReports, "/job-reports", "calendar", Policies.ManageJobs),
            new(NewsroomPart.Occupations, "/occupations", "jobs", Policies.ManageJobs),
            new(NewsroomPart.Reports, "/reports", "comment", Policies.ManageJobs),
        ]),
        new(NewsroomGroup.Readers,
        [
            new(NewsroomPart.Searches, "/searches", "search", Policies.SeeSearches),
            new(NewsroomPart.Mailings, "/mailings", "bulletList", Policies.Publish),
        ]),
        new(NewsroomGroup.Staff,
        [
            new(NewsroomPart.People, "/people", "people", Policies.ManagePeople),
            new(NewsroomPart.AuditTrail, "/audit", "clock", Policies.Administer),
        ]),
    ];

    /// <summary>What somebody may enter.</summary>
    public static IEnumerable<Group> For(CurrentUser user) => Groups
        .Select(group => new Group(group.Name, [.. group.Entries.Where(entry => user.May(entry.Policy))]))
        .Where(group => group.Entries.Count > 0);
}

public enum NewsroomGroup
{
    Writing,
    Paper,
    Jobs,
    Readers,
    Staff,
}

public enum NewsroomPart
{
    Articles,
    Calendar,
    Media,
    Downloads,
    RecycleBin,
    FrontPage,
    Sections,
    Tags,
    Authors,
    Pages,
    Menus,
    Redirects,
    Settings,
    Postings,
    Companies,
    Orders,
    Packages,
    JobReports,
    Occupations,
    Reports,
    Searches,
    Mailings,
    People,
    AuditTrail,
}
