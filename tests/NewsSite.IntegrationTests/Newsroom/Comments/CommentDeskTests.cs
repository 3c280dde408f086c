using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Comments;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Newsroom.Comments;

public abstract class CommentDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly Editor An = new(1, "An");
    private static readonly Editor Bo = new(2, "Bo");
    private static readonly Passage Trees = new("1,200 trees", "The city will plant ", " along the canal");

    [Fact]
    public async Task A_comment_is_answered_resolved_and_opened_again_by_the_next_answer()
    {
        var article = await Paper.AddAsync(new Piece("Trees"), Cancel);
        var thread = (await New<CommentDesk>().BeginAsync(article, "Of the city or of the region?", Trees, Bo, Cancel))!.Id;

        await New<CommentDesk>().AnswerAsync(article, thread, "Of the city.", An, Cancel);
        Assert.True(await New<CommentDesk>().ResolveAsync(article, thread, isResolved: true, Bo, Cancel));
        var resolved = Assert.Single(await New<CommentDesk>().ListAsync(article, Cancel));
        Assert.Equal((Clock.Now, "Bo", "Of the city."), (resolved.Comment.ResolvedAt, resolved.Comment.ResolvedByName, Assert.Single(resolved.Answers).Text));

        await New<CommentDesk>().AnswerAsync(article, thread, "Then say so.", Bo, Cancel);
        var open = Assert.Single(await New<CommentDesk>().ListAsync(article, Cancel));
        Assert.Null(open.Comment.ResolvedAt);
        Assert.Equal(["An", "Bo"], open.Answers.Select(answer => answer.ByName));
        Assert.Equal(Trees, open.Comment.Passage);
    }

    [Fact]
    public async Task A_passage_moves_with_the_text_and_the_words_that_were_meant_stay()
    {
        var article = await Paper.AddAsync(new Piece("Trees"), Cancel);
        var thread = (await New<CommentDesk>().BeginAsync(article, "Sure?", Trees, Bo, Cancel))!.Id;
        var moved = new Passage("1,300 trees", "The city plants ", " this spring");

        await New<CommentDesk>().MoveAsync(article, new Dictionary<long, Passage> { [thread] = moved, [thread + 1] = Trees }, Cancel);

        var comment = Assert.Single(await New<CommentDesk>().ListAsync(article, Cancel)).Comment;
        Assert.Equal((moved, "1,200 trees"), (comment.Passage, comment.Quote));
    }

    [Fact]
    public async Task Only_ones_own_comment_is_taken_away_and_nobody_elses_answer_with_it()
    {
        var article = await Paper.AddAsync(new Piece("Trees"), Cancel);
        var thread = (await New<CommentDesk>().BeginAsync(article, "Sure?", Trees, Bo, Cancel))!.Id;
        Assert.Equal(Removal.NotOwn, await New<CommentDesk>().RemoveAsync(article, thread, An, Cancel));
        var answer = (await New<CommentDesk>().AnswerAsync(article, thread, "Yes.", An, Cancel))!.Id;

        Assert.Equal(Removal.Answered, await New<CommentDesk>().RemoveAsync(article, thread, Bo, Cancel));
        Assert.Equal(Removal.Done, await New<CommentDesk>().RemoveAsync(article, answer, An, Cancel));
        await New<CommentDesk>().AnswerAsync(article, thread, "I looked it up.", Bo, Cancel);
        Assert.Equal(Removal.Done, await New<CommentDesk>().RemoveAsync(article, thread, Bo, Cancel));

        Assert.Empty(await New<CommentDesk>().ListAsync(article, Cancel));
        Assert.Equal(Removal.Missing, await New<CommentDesk>().RemoveAsync(article, thread, Bo, Cancel));
    }

    [Fact]
    public async Task Comments_belong_to_their_article_and_to_an_article_that_is_there()
    {
        var article = await Paper.AddAsync(new Piece("Trees"), Cancel);
        var other = await Paper.AddAsync(new Piece("Trams"), Cancel);
        var thread = (await New<CommentDesk>().BeginAsync(article, "Sure?", Trees, Bo, Cancel))!.Id;

        Assert.Null(await New<CommentDesk>().BeginAsync(4242, "Sure?", Trees, Bo, Cancel));
        Assert.Null(await New<CommentDesk>().AnswerAsync(other, thread, "Yes.", An, Cancel));
        Assert.False(await New<CommentDesk>().ResolveAsync(other, thread, isResolved: true, An, Cancel));
        Assert.Equal(Removal.Missing, await New<CommentDesk>().RemoveAsync(other, thread, Bo, Cancel));
        await New<CommentDesk>().MoveAsync(other, new Dictionary<long, Passage> { [thread] = Passage.None }, Cancel);
        Assert.Equal(Trees, Assert.Single(await New<CommentDesk>().ListAsync(article, Cancel)).Comment.Passage);
    }

    [Fact]
    public async Task Whatever_is_typed_can_be_kept()
    {
        var article = await Paper.AddAsync(new Piece("Trees"), Cancel);
        const string Hostile = "  <script>alert(1)</script>\r\n'; DROP TABLE articles; --\0\u0007 \ud83d\ude00 \ud83d end ";

        await New<CommentDesk>().BeginAsync(article, CommentDesk.Words(Hostile), Passage.Of(Hostile + new string('x', 2000), Hostile, Hostile), Bo, Cancel);

        var comment = Assert.Single(await New<CommentDesk>().ListAsync(article, Cancel)).Comment;
        Assert.Equal("<script>alert(1)</script>\n'; DROP TABLE articles; -- \ud83d\ude00  end", comment.Text);
        Assert.Equal((Passage.MaxWords, true), (comment.Quote.Length, comment.Before.Length <= Passage.MaxContext));
        Assert.Equal("", CommentDesk.Words(" \0 \n"));
        Assert.Equal("", CommentDesk.Words(new string('x', Comment.MaxText + 1)));
    }

    public sealed class OnSqlite() : CommentDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : CommentDeskTests(DatabaseEngine.Postgres);
}
