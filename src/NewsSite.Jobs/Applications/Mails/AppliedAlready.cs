using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Mails;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Applications.Mails;

/// <summary>Tells an address that has applied before what became of a second application; the page does not, because whoever sends may be a stranger.</summary>
/// <param name="FirstOn">The day of the first, by the paper's clocks.</param>
public sealed record AppliedAlready(string Job, string Employer, DateOnly FirstOn, string Link) : MailTemplate<JobMails, AppliedAlreadyHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["You have applied already: {0}", Job];

    public override string Text(IStringLocalizer T) => $"""
        {What(T)}

        {T["If the first one is out of date, withdraw or erase it here; then you can apply again."]}

        {Link}

        {T["Somebody has applied for this job with your address once more. If it was not you, do nothing: your first application stays as it is."]}
        """;

    internal string What(IStringLocalizer T) => T["Your application of {0} for “{1}” lies with {2}. One application is kept for each job, so the second one was not.", FirstOn.ToString("d MMMM yyyy", CultureInfo.CurrentCulture), Job, Employer];
}
