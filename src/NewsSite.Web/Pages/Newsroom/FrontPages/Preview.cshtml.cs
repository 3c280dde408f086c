using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewsSite.Platform.Languages;
using NewsSite.Web.Security;

namespace NewsSite.Web.Pages.Newsroom.FrontPages;

/// <summary>The front page as readers will see it, as wide as a phone or a desk.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class PreviewModel : NewsroomPage
{
    [BindProperty(SupportsGet = true, Name = "edition")]
    public string? EditionCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "width")]
    public string? Width { get; set; }

    public Language Edition => Language.Find(EditionCode) ?? Language;

    public bool IsPhone => Width == "phone";

    public string Framed => Edition.Prefix + "/newsroom/front/preview/page";

    public void OnGet() => Response.ShowsOwnFrame();
}
