using System.Text;
using Microsoft.Extensions.Localization;
using NewsSite.Alerts.Digests;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Alerts.Mails;

/// <summary>What is new for one subscriber, in one mail.</summary>
public sealed record AlertDigest : MailTemplate<AlertMails, AlertDigestHtml>
{
    private const int LongestSubject = 120;

    public required string Site { get; init; }
    public required IReadOnlyList<DigestPart> Parts { get; init; }
    public required string PreferencesLink { get; init; }
    public required string StopLink { get; init; }

    public override MailStream Stream => MailStream.Subscription;

    public int Count => Parts.Sum(part => part.Items.Count + part.More);

    /// <summary>What is in it, for lists of mails.</summary>
    public string Preview => string.Join(" · ", Parts.SelectMany(part => part.Items).Take(3).Select(item => item.Title));

    public override string Subject(IStringLocalizer T)
    {
        var first = Parts[0].Items.Count > 0 ? Parts[0].Items[0].Title : Parts[0].Subscription.Name;
        var subject = Count == 1 ? first : T["{0} and {1} more", first, Count - 1].Value;
        return subject.Length <= LongestSubject ? subject : T["{0} new for you", Count];
    }

    public override string Text(IStringLocalizer T)
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            text.Append(part.Subscription.Name).Append('\n').Append('-', Math.Min(part.Subscription.Name.Length, 70)).Append("\n\n");
            foreach (var item in part.Items)
            {
                text.Append(item.Title).Append('\n');
                if (item.Facts.Length > 0)
                    text.Append(item.Facts).Append('\n');
                if (item.Lead.Length > 0)
                    text.Append(item.Lead).Append('\n');
                text.Append(item.Address).Append("\n\n");
            }
            text.Append(part.More > 0 ? T["{0} more, and all that fits:", part.More] : T["All that fits:"]).Append('\n').Append(part.SearchAddress).Append("\n\n");
        }
        return text.Append("\n-- \n").Append(Reason(T)).Append("\n\n")
            .Append(T["Change, pause or stop:"]).Append('\n').Append(PreferencesLink).Append("\n\n")
            .Append(T["Unsubscribe from this mail:"]).Append('\n').Append(StopLink).Append('\n').ToString();
    }

    internal string Reason(IStringLocalizer T) => T["You get this mail because you asked {0} for it and confirmed it.", Site];
}
