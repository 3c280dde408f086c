using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Edits;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Forms;

/// <summary>A page on which something is edited that others may edit at the same time.</summary>
public abstract class EditPage(IStringLocalizer<Interface> texts) : NewsroomPage
{
    /// <summary>The version of the thing when the form was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    protected IStringLocalizer<Interface> Texts => texts;

    /// <summary>Says why a change was not made; all that was typed stays. After somebody else's change the form may be sent again knowingly.</summary>
    /// <param name="outcome">Anything but saved.</param>
    /// <param name="newest">The version that is there now.</param>
    protected IActionResult Refuse(EditOutcome outcome, int newest)
    {
        if (outcome == EditOutcome.Stale)
            Version = newest;
        return outcome switch
        {
            EditOutcome.Missing => NotFound(),
            EditOutcome.AddressTaken => Wrong("Slug", texts["Another has this address."]),
            EditOutcome.Circular => Wrong("ParentId", texts["A section cannot lie in itself."]),
            EditOutcome.InUse => Wrong("", texts["This is still in use."]),
            _ => Wrong("", texts["Somebody else has changed this since you opened it. What you typed is still here: look at theirs in another window. Saving again replaces it."], StatusCodes.Status409Conflict),
        };
    }
}
