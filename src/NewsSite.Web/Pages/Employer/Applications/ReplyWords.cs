using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Applications;
using NewsSite.Platform.Languages;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Employer.Applications;

/// <summary>What a reply begins with; the colleague changes it before it is sent.</summary>
public enum ReplyTemplate
{
    Thanks,
    Invite,
    Reject,
}

/// <summary>The words of the templates, in the language in which the applicant read the form.</summary>
public sealed class ReplyWords(IStringLocalizer<Interface> texts)
{
    public InboxReply Of(ReplyTemplate template, Application application, string colleague)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Language.OrDefault(application.Language).Culture;
        try
        {
            var (job, company) = (application.Posting.Title, application.Posting.Employer.Name);
            var body = template switch
            {
                ReplyTemplate.Invite => texts["Thank you for applying as “{0}”. We would like to meet you. Please tell us on which days you can come.", job],
                ReplyTemplate.Reject => texts["Thank you for applying as “{0}” and for the time that you took. We have decided to go on with others. We wish you well in your search.", job],
                _ => texts["Thank you for applying as “{0}”. We have read your application and will write to you again soon.", job],
            };
            return new InboxReply(texts["Your application as {0}", job], $"{texts["Dear {0},", application.Name].Value}\n\n{body.Value}\n\n{texts["Kind regards,"].Value}\n{colleague}\n{company}", StateAfter(template));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static ApplicationState? StateAfter(ReplyTemplate template) => template switch
    {
        ReplyTemplate.Invite => ApplicationState.Invited,
        ReplyTemplate.Reject => ApplicationState.Rejected,
        _ => null,
    };
}
