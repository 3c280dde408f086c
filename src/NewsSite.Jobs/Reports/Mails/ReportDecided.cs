using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Mails;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Reports.Mails;

/// <summary>Tells one side what was decided about a report, with the reasons.</summary>
/// <param name="IsToEmployer">Else to whoever reported it.</param>
/// <param name="Contact">Where somebody turns to who sees it otherwise; absolute.</param>
public sealed record ReportDecided(string Job, string Employer, ReportReason Reason, ReportVerdict Verdict, bool IsToEmployer, string Contact) : MailTemplate<JobMails, ReportDecidedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => Verdict.Decision == ReportDecision.TakenDown ? T["Taken offline: {0}", Job] : T["Stays online: {0}", Job];

    public override string Text(IStringLocalizer T) => $"""
        {What(T)}

        {T["Our reasons:"]}

        {Verdict.Statement}

        {T["A person at our desk decided this by our rules for adverts and by the law. If you see it otherwise, write to us; a court or a certified body for out-of-court settlement is open to you as well."]}

        {Contact}

        {Why(T)}
        """;

    internal string What(IStringLocalizer T) => (IsToEmployer, Verdict.Decision) switch
    {
        (true, ReportDecision.TakenDown) => T["Your job “{0}” was reported: {1} We have taken it offline everywhere on this site.", Job, T["ReportReason." + Reason].Value],
        (true, _) => T["Your job “{0}” was reported: {1} We have looked at it and leave it online.", Job, T["ReportReason." + Reason].Value],
        (_, ReportDecision.TakenDown) => T["You reported the job “{0}” of {1}. We have taken it offline.", Job, Employer],
        _ => T["You reported the job “{0}” of {1}. We have looked at it and leave it online.", Job, Employer],
    };

    internal string Why(IStringLocalizer T) => IsToEmployer ? T["You get this mail because you act for {0} on this site.", Employer] : T["You get this mail because this address was given with a report."];

    internal IReadOnlyList<string> Lines() => Verdict.Statement.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
