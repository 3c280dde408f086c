using System.Globalization;
using NewsSite.Jobs.Employers;
using NewsSite.Newsroom.Media;

namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>Where a picture is used, as a list of links into the newsroom.</summary>
public sealed record MediaUsesShown(NewsroomPage Page, MediaUseList Uses, IReadOnlyList<LogoUse> Logos)
{
    public string AddressOf(MediaUse use) => use.Kind == MediaUseKind.Logo ? Page.At("/settings") : Page.At(string.Create(CultureInfo.InvariantCulture, $"/{PartOf(use.Kind)}/{use.Id}"));

    private static string PartOf(MediaUseKind kind) => kind switch
    {
        MediaUseKind.Author => "authors",
        MediaUseKind.Page => "pages",
        _ => "articles",
    };
}
