using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts.Roles;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.FrontPage;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Web.Newsroom;

/// <summary>What comes by itself stands in the calendar, and what did not come is told.</summary>
public abstract class PlansTests(DatabaseEngine engine) : WritingTest(engine)
{
    [Fact]
    public async Task The_calendar_shows_publications_ends_embargoes_and_front_pages()
    {
        var (desk, in2, by) = (New<PublishingDesk>(), Clock.Now.AddHours(2), new Editor(7, "An"));
        await desk.ScheduleAsync(new PublishingOrder { ArticleId = await DraftAsync("Trams"), By = by }, in2, Publication.Update, Cancel);
        await desk.EndAsync(new PublishingOrder { ArticleId = await Paper.AddAsync(new Piece("Buses"), Cancel), By = by }, in2, "", Cancel);
        await desk.EmbargoAsync(new PublishingOrder { ArticleId = await DraftAsync("Boats"), By = by }, in2, Cancel);
        var front = New<ArrangementDesk>();
        await front.ShowAsync(Language.Dutch, (await front.OpenAsync(Language.Dutch, Cancel)).Revision, Clock.Now.AddHours(3), by, Cancel);
        // What readers got at once was no plan.
        await New<ArrangementDesk>().ShowAsync(Language.French, 0, null, by, Cancel);

        var chief = await SignedInAsync(Role.ChiefEditor);
        var month = Paper.Clock.Now.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var lines = (await chief.OpenAsync("/newsroom/calendar?month=" + month)).Page.QuerySelectorAll(".month-items li").Select(line => string.Join(' ', line.TextContent.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..])).ToList();

        Assert.Equal(["Trams", "Unpublish: Buses", "Embargo ends: Boats", "Front page (NL)"], lines);
        Assert.Equal("/newsroom/front?edition=nl", chief.Page.Page.QuerySelector(".month-items .is-front a")!.GetAttribute("href"));
        // An editor sees it, and is not led where only the chief editor goes.
        Assert.Null((await (await SignedInAsync(Role.Editor)).OpenAsync("/newsroom/calendar?month=" + month)).Page.QuerySelector(".month-items .is-front a"));
    }

    [Fact]
    public async Task Who_planned_what_could_not_be_published_gets_a_mail_in_their_language()
    {
        var an = await HireAsync(Role.Editor, "An");
        await New<NewsDb>().Set<NewsSite.Accounts.Users.User>().Where(user => user.Id == an.User.Id).ExecuteUpdateAsync(change => change.SetProperty(user => user.Language, Language.French.Code), Cancel);
        var id = await DraftAsync("Trams");
        await New<PublishingDesk>().ScheduleAsync(new PublishingOrder { ArticleId = id, By = new Editor(an.User.Id, "An") }, Clock.Now.AddHours(1), Publication.Update, Cancel);
        var copy = (await New<WritingDesk>().OpenAsync(id, Cancel))!;
        await New<WritingDesk>().SaveAsync(id, copy.Revision, copy.Content with { Text = copy.Content.Text with { Title = "" } }, new Editor(4242, "Somebody"), Cancel);
        var before = await MailsAsync();
        Clock.Advance(TimeSpan.FromHours(1));

        await using var scope = Site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DueArticles>().CarryOutAsync(Cancel);

        var mail = Assert.Single((await MailsAsync()).Skip(before.Count));
        Assert.Equal(("An@news.example", "Non publié : Un article sans titre", "fr"), (mail.ToAddress, mail.Subject, mail.Language));
        Assert.Contains("Il n’a pas de titre.", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"https://news.example/fr/newsroom/articles/{id}/publish", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/fr/newsroom/articles/{id}/publish", mail.Html, StringComparison.Ordinal);
    }

    private Task<List<QueuedMail>> MailsAsync() => New<NewsDb>().Set<QueuedMail>().OrderBy(mail => mail.Id).ToListAsync(Cancel);

    public sealed class OnSqlite() : PlansTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : PlansTests(DatabaseEngine.Postgres);
}
