using Microsoft.Extensions.Logging;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Comments;
using NewsSite.Newsroom.Mails;
using NewsSite.Newsroom.Reviews;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Publishing;

/// <summary>Tells people what became of their plans, as part of the caller's write.</summary>
public sealed partial class PlanReports(Outbox outbox, MailWriter mails, FindColleague find, PaperClock clock, ILogger<PlanReports> logger)
{
    /// <param name="article">As it stands now, without the plan.</param>
    /// <param name="planned">When it was to be published.</param>
    /// <param name="title">That of what would have been published.</param>
    /// <param name="problem">Why it was not.</param>
    /// <param name="cancel">Ends with the task.</param>
    internal async Task FailedAsync(Article article, DateTimeOffset planned, string title, PublishingProblem problem, CancellationToken cancel)
    {
        LogProblem(logger, article.Id, planned, problem);
        if (await find(article.ScheduledById, cancel) is not { } colleague)
            return;
        var mail = new PlanFailed(PlainWords.OneLine(title), clock.Local(planned), problem, colleague.Address($"/articles/{article.Id}/publish"));
        outbox.Add(await mails.WriteAsync(mail, colleague.Mailbox, colleague.Language));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Article {Id}, planned for {Planned}, was not published: {Problem}. Its page Publish says so; plan it again there")]
    private static partial void LogProblem(ILogger logger, long id, DateTimeOffset planned, PublishingProblem problem);
}
