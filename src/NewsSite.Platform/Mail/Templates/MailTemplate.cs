using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace NewsSite.Platform.Mail.Templates;

/// <summary>
/// One kind of mail: a small sealed record in its feature's Mails/ folder that holds what the mail says. Its text is a method
/// of it, its HTML a Razor component beside it; see <see cref="MailTemplate{TWords,THtml}"/>.
/// </summary>
public abstract record MailTemplate
{
    public abstract MailStream Stream { get; }

    /// <summary>The type beside whose name the translations lie (.resx).</summary>
    internal abstract Type Words { get; }

    /// <summary>The component, which has the parameter "Mail".</summary>
    internal abstract Type Html { get; }

    /// <param name="T">The words in the recipient's language; dates and numbers follow CultureInfo.CurrentCulture, which is set to it.</param>
    public abstract string Subject(IStringLocalizer T);

    /// <summary>The whole mail for those who read no HTML: the same facts, links on lines of their own.</summary>
    public abstract string Text(IStringLocalizer T);
}

/// <summary>A template with its words and its HTML.</summary>
/// <typeparam name="TWords">A marker class of the module, such as AccountMails, with AccountMails.nl.resx and .fr.resx beside it; the keys are the English texts.</typeparam>
/// <typeparam name="THtml">The component; it inherits <see cref="MailHtml{TMail}"/> and stands in a MailFrame.</typeparam>
/// <example>
/// In NewsSite.Accounts/Mails (a project of Sdk="Microsoft.NET.Sdk.Razor"), StaffInvitation.cs:
/// <code>
/// public sealed record StaffInvitation(string Link, DateTimeOffset Until) : MailTemplate&lt;AccountMails, StaffInvitationHtml&gt;
/// {
///     public override MailStream Stream => MailStream.Transactional;
///     public override string Subject(IStringLocalizer T) => T["Your invitation to the newsroom"];
///     public override string Text(IStringLocalizer T) => $"{T["Choose your password here:"]}\n{Link}\n";
/// }
/// </code>
/// StaffInvitationHtml.razor beside it:
/// <code>
/// @using NewsSite.Platform.Mail.Templates
/// @inherits MailHtml&lt;StaffInvitation&gt;
/// @inject IStringLocalizer&lt;AccountMails&gt; T
/// &lt;MailFrame Title='@T["Your invitation to the newsroom"]' Reason='@T["Somebody of the newsroom has entered this address."]'&gt;
///     &lt;p&gt;@T["Choose your password here:"]&lt;/p&gt;
///     &lt;MailButton Address="@Mail.Link"&gt;@T["Choose a password"]&lt;/MailButton&gt;
/// &lt;/MailFrame&gt;
/// </code>
/// And where it is sent, in the transaction of its cause:
/// <code>
/// outbox.Add(await writer.WriteAsync(new StaffInvitation(link, until), new Mailbox(email), Language.English));
/// await db.SaveAsync(cancel);
/// </code>
/// </example>
public abstract record MailTemplate<TWords, THtml> : MailTemplate
    where THtml : IComponent
{
    internal sealed override Type Words => typeof(TWords);

    internal sealed override Type Html => typeof(THtml);
}
