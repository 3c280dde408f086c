using Microsoft.AspNetCore.Mvc.ModelBinding;
using NewsSite.Jobs.Postings;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>The draft of a browser, where it is in order and may be sent.</summary>
public sealed class WrittenDraft(PostingDrafts drafts, PostingFormReader reader)
{
    /// <returns>Null: there is none, or something in it is wrong.</returns>
    public async Task<(PostingDraft Draft, PostingContent Content)?> FindAsync(HttpRequest request, CancellationToken cancel) =>
        PostingDraftCookie.Read(request) is { } secret && await drafts.FindAsync(secret, cancel) is { } draft
        && await reader.ReadAsync(PostingForm.FromJson(draft.Fields), new ModelStateDictionary(), cancel) is { } content ? (draft, content) : null;

    /// <summary>Keeps with the draft which package was chosen.</summary>
    public async Task ChooseAsync(PostingDraft draft, string? package, CancellationToken cancel)
    {
        var form = PostingForm.FromJson(draft.Fields);
        if (form.Package == package)
            return;
        form.Package = package is { Length: <= 60 } ? package : null;
        await drafts.KeepAsync(draft, form.ToJson(), cancel);
    }
}
