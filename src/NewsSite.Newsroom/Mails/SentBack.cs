using Microsoft.Extensions.Localization;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Newsroom.Mails;

/// <summary>Tells whoever wrote an article that an editor has sent it back, with the word why.</summary>
/// <param name="Title">In one line.</param>
/// <param name="By">Who sent it back.</param>
/// <param name="Word">Why.</param>
/// <param name="Link">Where it is written.</param>
public sealed record SentBack(string Title, string By, string Word, string Link) : MailTemplate<NewsroomMails, SentBackHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Sent back to you: {0}", Title];

    public override string Text(IStringLocalizer T) => $"""
        {T["{0} has sent your article “{1}” back to you:", By, Title]}

        {Word}

        {T["Go on writing here:"]}

        {Link}

        {T["You get this mail because you wrote the article."]}
        """;
}
