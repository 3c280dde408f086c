using Microsoft.Extensions.Localization;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Jobs.Mails;

/// <summary>Tells whoever handed a job in that the desk asks for changes or will not publish it, and why.</summary>
/// <param name="Title">The advert's.</param>
/// <param name="IsFinal">False: with changes it may go online.</param>
/// <param name="Reason">In the desk's words.</param>
/// <param name="Own">Where it is changed.</param>
public sealed record PostingRefused(string Title, bool IsFinal, string Reason, string Own) : MailTemplate<JobMails, PostingRefusedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => IsFinal ? T["Not published: {0}", Title] : T["Please change: {0}", Title];

    public override string Text(IStringLocalizer T) => $"""
        {What(T)}

        {Reason}

        {Next(T)}

        {Own}

        {T["You get this mail because you handed the job in."]}
        """;

    internal string What(IStringLocalizer T) => IsFinal
        ? T["Our jobs desk does not publish “{0}”, for this reason:", Title]
        : T["Before our jobs desk publishes “{0}”, it asks you to change something:", Title];

    internal string Next(IStringLocalizer T) => IsFinal
        ? T["If you see it otherwise, or when the reason is gone, change the job and hand it in again. You may also answer this mail."]
        : T["Change the job and hand it in again here:"];
}
