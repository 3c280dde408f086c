using System.Text;
using Microsoft.Extensions.Localization;
using NewsSite.Alerts.Editions;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Alerts.Mails;

/// <summary>The morning briefing, the week, or breaking news.</summary>
public sealed record NewsLetter : MailTemplate<AlertMails, NewsLetterHtml>
{
    private const int LongestSubject = 150;

    public required string Site { get; init; }
    public required Letter Letter { get; init; }
    public required string PreferencesLink { get; init; }
    public required string StopLink { get; init; }

    public override MailStream Stream => MailStream.Subscription;

    public override string Subject(IStringLocalizer T)
    {
        var subject = T["{0}: {1}", T["MailingKind." + Letter.Key.Kind], Letter.Items[0].Title].Value;
        return subject.Length <= LongestSubject ? subject : subject[..LongestSubject] + "…";
    }

    public override string Text(IStringLocalizer T)
    {
        var text = new StringBuilder();
        if (Letter.Greeting.Length > 0)
            text.Append(Letter.Greeting).Append("\n\n");
        foreach (var item in Letter.Items)
        {
            text.Append(item.Title).Append('\n').Append(item.Facts).Append('\n');
            if (item.Lead.Length > 0)
                text.Append(item.Lead).Append('\n');
            text.Append(item.Address).Append("\n\n");
        }
        if (Letter.SponsorText.Length > 0)
            text.Append(T["Advertisement"]).Append(": ").Append(Letter.SponsorText).Append('\n').Append(Letter.SponsorAddress).Append("\n\n");
        return text.Append("-- \n").Append(Reason(T)).Append("\n\n")
            .Append(T["Change, pause or stop:"]).Append('\n').Append(PreferencesLink).Append("\n\n")
            .Append(T["Unsubscribe from this mail:"]).Append('\n').Append(StopLink).Append('\n').ToString();
    }

    internal string Reason(IStringLocalizer T) => T["You get this mail because you asked {0} for it and confirmed it.", Site];
}
