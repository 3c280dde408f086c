using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Comments;
using NewsSite.Newsroom.Mails;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Templates;

namespace NewsSite.Newsroom.Reviews;

/// <summary>How an article goes from the writer to an editor and back. Each step is one write; who may do which is the host's to check.</summary>
public sealed class ReviewDesk(WritingDesk desk, Outbox outbox, MailWriter mails)
{
    public const int MaxWord = 1000;

    /// <summary>From the writer to the editors.</summary>
    public Task<Handover> HandInAsync(long articleId, Editor by, CancellationToken cancel = default) => desk.MoveAsync(articleId, new StageMove
    {
        From = [WorkStage.Draft],
        To = WorkStage.InReview,
        By = by,
        NeedsHeadline = true,
    }, cancel);

    /// <summary>Read, and ready to be published.</summary>
    public Task<Handover> CallReadyAsync(long articleId, Editor by, CancellationToken cancel = default) => desk.MoveAsync(articleId, new StageMove
    {
        From = [WorkStage.Draft, WorkStage.InReview],
        To = WorkStage.Ready,
        By = by,
        NeedsHeadline = true,
    }, cancel);

    /// <summary>Back to the writer, who is told by mail.</summary>
    /// <param name="articleId">The article.</param>
    /// <param name="word">Why.</param>
    /// <param name="by">Who sends it back.</param>
    /// <param name="writer">Null: nobody to be told, such as where editors send back their own.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<Handover> SendBackAsync(long articleId, string? word, Editor by, Writer? writer, CancellationToken cancel = default)
    {
        var words = PlainWords.Clean(word).Trim();
        if (words.Length is 0 or > MaxWord)
            return Handover.NoWord;
        // Made before the write begins, saved with it: it leaves if and only if the article was sent back.
        var mail = writer is null || await desk.OpenAsync(articleId, cancel) is not { } copy ? null
            : await mails.WriteAsync(new SentBack(PlainWords.OneLine(copy.Title), by.Name, words, writer.Link), writer.Mailbox, writer.Language);
        return await desk.MoveAsync(articleId, new StageMove
        {
            From = [WorkStage.InReview, WorkStage.Ready],
            To = WorkStage.Draft,
            By = by,
            Note = words,
            Done = () =>
            {
                if (mail is not null)
                    outbox.Add(mail);
            },
        }, cancel);
    }
}
