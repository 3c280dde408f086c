using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Mails;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Applications.Mails;

/// <summary>What a company writes to an applicant; the words are the company's.</summary>
public sealed record ApplicationReply(string Title, string Body, string Job, string Employer, string Link) : MailTemplate<JobMails, ApplicationReplyHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => Title;

    public override string Text(IStringLocalizer T) => $"""
        {Body}

        --
        {Why(T)}
        {T["See, withdraw or erase your application:"]} {Link}
        """;

    internal IEnumerable<IReadOnlyList<string>> Paragraphs() =>
        Body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(paragraph => (IReadOnlyList<string>)paragraph.Split('\n'));

    internal string Why(IStringLocalizer T) => T["{0} answers your application for “{1}”. An answer to this mail goes to them.", Employer, Job];
}
