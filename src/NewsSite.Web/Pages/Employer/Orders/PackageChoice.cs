using NewsSite.Jobs.Packages;

namespace NewsSite.Web.Pages.Employer.Orders;

/// <summary>The choice of a package in a form: radio buttons named <see cref="Name"/>, their values the packages' codes.</summary>
/// <param name="Offered">In order; what costs something is among them only where it can be paid.</param>
/// <param name="Chosen">A code; one that is not offered chooses the first.</param>
public sealed record PackageChoice(IReadOnlyList<Package> Offered, string? Chosen)
{
    /// <summary>Of the field.</summary>
    public const string Name = "Package";

    /// <summary>Of the group, unique on the page.</summary>
    public string Id { get; init; } = "field-Package";

    public string Selected => Offered.Any(package => package.Code == Chosen) ? Chosen! : Offered is [var first, ..] ? first.Code : "";
}
