using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Postings;
using NewsSite.Jobs.Wording;
using NewsSite.Web.Caching;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>What was written, on the page of a job as readers get it.</summary>
[AllowAnonymous]
public sealed class PostPreviewModel(PostingDrafts drafts, PostingFormReader reader, PreviewPostings previews, IStringLocalizer<Interface> texts) : FramedPage
{
    public Vacancy Vacancy { get; private set; } = null!;

    /// <summary>Words that exclude somebody.</summary>
    public IReadOnlyList<WordingFinding> Findings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Response.KeepNowhere();
        if (PostingDraftCookie.Read(Request) is not { } secret || await drafts.FindAsync(secret, cancel) is not { } draft
            || await reader.ReadAsync(PostingForm.FromJson(draft.Fields), new ModelStateDictionary(), cancel) is not { } content)
        {
            return LocalRedirect(Addresses.PostJob(Language));
        }
        var posting = await previews.MakeAsync(content, previews.Unknown(draft.Company, texts["Your company"]));
        Vacancy = new Vacancy { Posting = posting, Frame = Frame, IsPreview = true };
        Findings = AdvertWording.Check(content);
        Head.Title = $"{posting.Title} – {texts["Preview"]}";
        Head.NoIndex = true;
        return Page();
    }
}
