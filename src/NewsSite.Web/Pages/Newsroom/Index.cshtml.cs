using Microsoft.AspNetCore.Mvc;

namespace NewsSite.Web.Pages.Newsroom;

/// <summary>The door of the newsroom: leads to the first part that one may enter.</summary>
public sealed class IndexModel : NewsroomPage
{
    public IActionResult OnGet() =>
        NewsroomMenu.For(Me).FirstOrDefault() is { } group ? LocalRedirect(At(group.Entries[0].Path)) : LocalRedirect(Language.Prefix + "/account");
}
