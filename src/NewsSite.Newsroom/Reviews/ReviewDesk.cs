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
    public Task<Handover> HandInAsync(long articleId, Editor by, CancellationToken cancel = default) => MoveAsync(articleId, new Step
    {
        From = [WorkStage.Draft],
        To = WorkStage.InReview,
        By = by,
    }, cancel);

    /// <summary>Read, and ready to be published.</summary>
    public Task<Handover> CallReadyAsync(long articleId, Editor by, CancellationToken cancel = default) => MoveAsync(articleId, new Step
    {
        From = [WorkStage.Draft, WorkStage.InReview],
        To = WorkStage.Ready,
        By = by,
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
        return await MoveAsync(articleId, new Step
        {
            From = [WorkStage.InReview, WorkStage.Ready],
            To = WorkStage.Draft,
            By = by,
            Word = words,
            Writer = writer,
        }, cancel);
    }

    private async Task<Handover> MoveAsync(long articleId, Step step, CancellationToken cancel)
    {
        if (await desk.OpenAsync(articleId, cancel) is not { } copy)
            return Handover.Missing;
        if (!step.From.Contains(copy.Stage))
            return Handover.NotNow;
        if (copy.Title.Trim().Length == 0 && step.To != WorkStage.Draft)
            return Handover.NoHeadline;
        // Pending until the desk saves its write: the mail leaves if and only if the article was sent back.
        if (step.Writer is { } writer)
            outbox.Add(await mails.WriteAsync(new SentBack(OneLine(copy.Title), step.By.Name, step.Word, writer.Link), writer.Mailbox, writer.Language));
        return await desk.MoveAsync(articleId, step.To, step.Word, step.By, cancel) is null ? Handover.Missing : Handover.Done;
    }

    private static string OneLine(string title) => PlainWords.Clean(title).Replace('\n', ' ').Replace('\t', ' ').Trim();

    private sealed record Step
    {
        public required WorkStage[] From { get; init; }
        public required WorkStage To { get; init; }
        public required Editor By { get; init; }
        public string Word { get; init; } = "";
        public Writer? Writer { get; init; }
    }
}
