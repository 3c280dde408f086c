using NewsSite.Jobs.Employers;

namespace NewsSite.Web.Pages.Employer;

/// <summary>The parts of a company's own pages in the order of their menu.</summary>
public static class EmployerMenu
{
    /// <param name="Path">Below /employer/{employerId}.</param>
    /// <param name="Icon">As in icons.css.</param>
    /// <param name="MustOwn">For owners only, as its pages are.</param>
    public sealed record Entry(EmployerPart Part, string Path, string Icon, bool MustOwn = false);

    public static IReadOnlyList<Entry> Entries { get; } =
    [
        new(EmployerPart.Postings, "", "jobs"),
        new(EmployerPart.Applications, "/applications", "people"),
        new(EmployerPart.Orders, "/orders", "paragraph"),
        new(EmployerPart.Templates, "/templates", "duplicate"),
        new(EmployerPart.Company, "/company", "settings", MustOwn: true),
        new(EmployerPart.People, "/people", "people", MustOwn: true),
    ];

    /// <summary>What somebody may enter.</summary>
    public static IEnumerable<Entry> For(EmployerMembership membership) => Entries.Where(entry => !entry.MustOwn || membership.IsOwner);
}

public enum EmployerPart
{
    Postings,
    Applications,
    Orders,
    Templates,
    Company,
    People,
}
