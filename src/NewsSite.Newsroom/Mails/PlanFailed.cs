using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Publishing;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Newsroom.Mails;

/// <summary>Tells whoever planned a publication that it was not carried out, and why.</summary>
/// <param name="Title">In one line; empty: it has none.</param>
/// <param name="Planned">By the paper's clocks.</param>
/// <param name="Problem">Why not.</param>
/// <param name="Link">Where it is planned again.</param>
public sealed record PlanFailed(string Title, DateTimeOffset Planned, PublishingProblem Problem, string Link) : MailTemplate<NewsroomMails, PlanFailedHtml>
{
    public override MailStream Stream => MailStream.Transactional;

    public override string Subject(IStringLocalizer T) => T["Not published: {0}", Name(T)];

    public override string Text(IStringLocalizer T) => $"""
        {What(T)}

        {Why(T)}

        {T["Mend it and plan it again here:"]}

        {Link}

        {T["You get this mail because you planned the publication."]}
        """;

    internal string What(IStringLocalizer T) => T["“{0}” was to be published on {1}, and was not.", Name(T), Time];

    internal string Why(IStringLocalizer T) => Problem switch
    {
        PublishingProblem.NoTitle => T["It has no headline."],
        PublishingProblem.NoSection => T["Its section is gone."],
        PublishingProblem.NothingWritten => T["There was nothing new to publish."],
        PublishingProblem.TimePassed => T["It is under embargo longer than planned."],
        PublishingProblem.MissedWholly => T["The site was stopped from before its publication until after its end."],
        _ => T["Something in it cannot be published; its page says what."],
    };

    private string Time => Planned.ToString(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == Language.French.Code && Planned.Day == 1 ? "dddd '1er' MMMM yyyy, HH:mm" : "dddd d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture);

    private string Name(IStringLocalizer T) => Title.Length > 0 ? Title : T["An article without a headline"];
}
