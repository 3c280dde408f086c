using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Mails;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Applications.Mails;

/// <summary>Tells the applicant that the application will be erased soon.</summary>
/// <param name="On">The day, by the paper's clocks.</param>
public sealed record ApplicationErased(string Job, string Employer, DateOnly On, string Link) : MailTemplate<JobMails, ApplicationErasedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["We will erase your application: {0}", Job];

    public override string Text(IStringLocalizer T) => $"""
        {What(T)}

        {T["You need not do anything. Until then you can see it here:"]}

        {Link}

        {T["You get this mail because you applied for this job with your address."]}
        """;

    internal string What(IStringLocalizer T) => T["On {0} your application for “{1}” at {2} is erased from this site, with everything that belongs to it: that long after the last contact nobody needs it any more.", On.ToString("d MMMM yyyy", CultureInfo.CurrentCulture), Job, Employer];
}
