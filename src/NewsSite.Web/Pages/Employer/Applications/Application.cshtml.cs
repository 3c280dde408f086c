using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Applications;
using NewsSite.Jobs.Employers;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Employer.Applications;

/// <summary>One application: read it, move it, note something, answer.</summary>
public sealed class ApplicationModel(Inbox inbox, InboxDesk desk, FindContact find, ReplyWords words, IStringLocalizer<Interface> texts) : EmployerPage
{
    public Application Application { get; private set; } = null!;
    public IReadOnlyList<ApplicationEntry> Entries { get; private set; } = [];

    /// <summary>The reply that is being written; null: none.</summary>
    public bool IsReplying { get; private set; }

    /// <summary>That of the application when the page was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    /// <summary>Where it stands after the reply; null: as it was.</summary>
    [BindProperty]
    public ApplicationState? State { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, [FromQuery] string? reply, CancellationToken cancel)
    {
        await desk.SeeAsync(Company.EmployerId, id, cancel);
        if (!await FindAsync(id, cancel))
            return NotFound();
        Version = Application.Version;
        if (Enum.TryParse<ReplyTemplate>(reply, ignoreCase: true, out var template) && Enum.IsDefined(template))
        {
            IsReplying = true;
            (Subject, Body, State) = words.Of(template, Application, Me.Name);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(long id, CancellationToken cancel) => State is { } state && Enum.IsDefined(state)
        ? await AfterAsync(id, await desk.MoveAsync(await MeAsync(cancel), id, Version, state, cancel), texts["Moved to “{0}”.", texts["ApplicationState." + state].Value], cancel)
        : BadRequest();

    public async Task<IActionResult> OnPostNoteAsync(long id, CancellationToken cancel)
    {
        var text = Note?.Trim().ReplaceLineEndings("\n") ?? "";
        if (text.Length is > 0 and <= ApplicationEntry.MaxText)
            return await AfterAsync(id, await desk.NoteAsync(await MeAsync(cancel), id, text, cancel), texts["The note is kept."], cancel);
        return await FindAsync(id, cancel) ? Wrong(nameof(Note), texts["A note has 1 to {0} characters; this one has {1}.", ApplicationEntry.MaxText, text.Length]) : NotFound();
    }

    public async Task<IActionResult> OnPostReplyAsync(long id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        IsReplying = true;
        var reply = new InboxReply(Subject?.Trim() ?? "", Body?.Trim().ReplaceLineEndings("\n") ?? "", State);
        if (reply.Subject.Length is 0 or > InboxReply.MaxSubject || reply.Subject.Any(char.IsControl))
            ModelState.AddModelError(nameof(Subject), texts["A subject has 1 to {0} characters, in one line.", InboxReply.MaxSubject]);
        if (reply.Body.Length is 0 or > InboxReply.MaxBody)
            ModelState.AddModelError(nameof(Body), texts["A mail has 1 to {0} characters; this one has {1}.", InboxReply.MaxBody, reply.Body.Length]);
        if (!ModelState.IsValid)
            return Wrong();
        return await AfterAsync(id, await desk.ReplyAsync(await MeAsync(cancel), id, Version, reply, cancel), texts["Your mail is on its way to {0}.", Application.Email], cancel);
    }

    private async Task<IActionResult> AfterAsync(long id, InboxOutcome outcome, string said, CancellationToken cancel)
    {
        if (outcome == InboxOutcome.Done)
            return Done(string.Create(CultureInfo.InvariantCulture, $"/applications/{id}"), said);
        if (outcome == InboxOutcome.Gone || !await FindAsync(id, cancel))
            return NotFound();
        // What was typed stands there still; with the new version it is sent on purpose.
        Version = Application.Version;
        ModelState.Remove(nameof(Version));
        return Wrong("", texts["Somebody has changed this application since. Look at it once more."], StatusCodes.Status409Conflict);
    }

    private async Task<bool> FindAsync(long id, CancellationToken cancel)
    {
        if (await inbox.FindAsync(Company.EmployerId, id, cancel) is not { } found)
            return false;
        Application = found;
        Entries = await inbox.EntriesAsync(found, cancel);
        return true;
    }

    private async Task<InboxColleague> MeAsync(CancellationToken cancel) =>
        new(Company.EmployerId, Me.Name, (await find(Me.Id, cancel))?.Mailbox.Address ?? "");
}
