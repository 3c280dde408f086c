using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Site;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>The form, before any account. What is typed is kept on the server as it is, right or wrong.</summary>
public sealed class PostModel(PostingDrafts drafts, PostingDraftCookie cookie, PostingFormReader reader, FormAge age, PaperClock clock, IStringLocalizer<Interface> texts) : PostPage
{
    /// <summary>From today on, where nobody has said otherwise.</summary>
    private const int UsualDays = 30;

    [BindProperty]
    public PostingForm Form { get; set; } = new();

    /// <summary>When the form was opened, sealed.</summary>
    [BindProperty]
    public string? Opened { get; set; }

    /// <summary>The page shows what was written at another time.</summary>
    public bool IsKept { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var draft = await DraftAsync(drafts, cancel);
        Opened = age.Seal();
        IsKept = draft is not null;
        Form = draft is null
            ? new PostingForm { AdvertLanguage = Language.Code, ApplyWay = nameof(ApplyWay.OnSite), ClosesOn = Words.Machine(clock.Today.AddDays(UsualDays)) }
            : PostingForm.FromJson(draft.Fields);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var startedAt = (await DraftAsync(drafts, cancel))?.CreatedAt;
        if (!await KeepAsync(cancel))
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        // Nobody fills it in within a second; who comes back to what they wrote before may be that quick, and who was told so sends it again as it stands.
        if (!age.IsOld(Opened) && !(startedAt <= clock.Now - FormAge.Least))
            ModelState.AddModelError("", texts["That went faster than anybody types. Please press the button again."]);
        if (await reader.ReadAsync(Form, ModelState, cancel) is not null)
            return To("/preview");
        ModelState.Remove(nameof(Opened));
        Opened = age.Seal(Opened);
        return Wrong();
    }

    /// <summary>For the script, while somebody types.</summary>
    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel) =>
        StatusCode(await KeepAsync(cancel) ? StatusCodes.Status204NoContent : StatusCodes.Status413PayloadTooLarge);

    private async Task<bool> KeepAsync(CancellationToken cancel)
    {
        var fields = Form.ToJson();
        if (fields.Length > PostingDraft.MaxFields)
            return false;
        if (await DraftAsync(drafts, cancel) is { } draft)
            await drafts.KeepAsync(draft, fields, cancel);
        else
            cookie.Write(HttpContext, await drafts.StartAsync(fields, cancel));
        return true;
    }
}
