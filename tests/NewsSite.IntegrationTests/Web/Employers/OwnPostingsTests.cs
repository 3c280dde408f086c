using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Jobs.Spam;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Employers;

/// <summary>What an employer does with a posting after the first time.</summary>
public abstract class OwnPostingsTests(DatabaseEngine engine) : EmployerTest(engine)
{
    [Fact]
    public async Task Readers_see_the_old_text_until_the_desk_has_seen_the_new_one()
    {
        var an = await FoundAsync("harbour", "an");
        var id = await HandInAsync(an, "Baker");
        await ApproveAsync(id);
        var visitor = await SignedInAsync(an);
        await EditAsync(visitor, an, id, ("Form.Title", "Baker at night"));
        Assert.Contains("Your last change waits for our jobs desk.", visitor.Page.Text, StringComparison.Ordinal);
        await Site.FollowAsync();
        Assert.Equal("Baker", (await Site.ReadAsync($"/jobs/{id}/baker")).Title);
        // The form goes on with what waits.
        await visitor.OpenAsync($"/employer/{an.EmployerId}/postings/{id}/edit");
        Assert.Equal("Baker at night", visitor.Page.Page.QuerySelector("[name='Form.Title']")!.GetAttribute("value"));

        var desk = await SignedInAsync(Role.JobsDesk);
        await desk.OpenAsync($"/newsroom/postings/{id}");
        Assert.Contains("What the employer wants to change: title", desk.Page.Text, StringComparison.Ordinal);
        await desk.SendAsync("handler=Approve");
        await Site.FollowAsync();
        Assert.Equal("Baker at night", (await Site.ReadAsync($"/jobs/{id}/baker-at-night")).Title);
        Assert.Equal(0, await New<PostingReviews>().CountAsync(Cancel));
    }

    [Fact]
    public async Task A_refused_change_stays_with_the_employer_and_readers_see_what_they_saw()
    {
        var an = await FoundAsync("harbour", "an");
        var id = await HandInAsync(an, "Baker");
        await ApproveAsync(id);
        var visitor = await SignedInAsync(an);
        await EditAsync(visitor, an, id, ("Form.Title", "Baker at night"));
        var reviews = Live<PostingReviews>();
        var version = (await reviews.FindAsync(id, Cancel))!.Version;
        Assert.Equal(ReviewOutcome.Done, await reviews.RefuseAsync(id, version, PostingState.ChangesAsked, "Which night?", Cancel));

        Assert.Contains("Which night?", (await visitor.OpenAsync($"/employer/{an.EmployerId}/postings/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal("Baker at night", (await visitor.OpenAsync($"/employer/{an.EmployerId}/postings/{id}/edit")).Page.QuerySelector("[name='Form.Title']")!.GetAttribute("value"));
        Assert.Equal("Baker", (await Site.ReadAsync($"/jobs/{id}/baker")).Title);
        Assert.Equal(PostingState.Published, (await New<PostingReviews>().FindAsync(id, Cancel))!.State);
    }

    [Fact]
    public async Task What_matters_to_nobody_changes_at_once()
    {
        var an = await FoundAsync("harbour", "an");
        var id = await HandInAsync(an, "Baker");
        await ApproveAsync(id);
        await EditAsync(await SignedInAsync(an), an, id, ("Form.Reference", "B-12"));

        await Site.FollowAsync();
        Assert.Contains("B-12", (await Site.ReadAsync($"/jobs/{id}/baker")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await New<PostingReviews>().CountAsync(Cancel));
    }

    [Fact]
    public async Task A_trusted_company_passes_the_desk_unless_it_looks_like_spam()
    {
        var an = await FoundAsync("harbour", "an");
        await New<EmployerProfiles>().TrustAsync(an.EmployerId, isTrusted: true, Cancel);
        var good = await HandInAsync(an, "Baker");
        var odd = await HandInAsync(an, "Earn passive income");

        Assert.Equal(PostingState.Published, (await New<PostingReviews>().FindAsync(good, Cancel))!.State);
        var waits = (await New<PostingReviews>().FindAsync(odd, Cancel))!;
        Assert.Equal(PostingState.Submitted, waits.State);
        Assert.Equal(new FoundSign(SpamSign.ScamWords, "passive income"), FoundSign.Of(waits).Single());
        Assert.Equal("Online: Baker", (await MailToAsync("an@harbour.example")).Subject);
    }

    [Fact]
    public async Task Doubles_and_names_of_others_are_marked_with_the_reason()
    {
        var first = await HandInAsync(await FoundAsync("harbour", "an"), "Baker");
        var copy = await HandInAsync(await FoundAsync("harbour", "bea"), "Baker");

        var signs = FoundSign.Of((await New<PostingReviews>().FindAsync(copy, Cancel))!);
        Assert.Equal([new FoundSign(SpamSign.Duplicate, first.ToString(System.Globalization.CultureInfo.InvariantCulture)), new FoundSign(SpamSign.KnownName, "harbour")], signs);
        var desk = await SignedInAsync(Role.Administrator);
        Assert.Contains("Another company has this name: harbour", (await desk.OpenAsync($"/newsroom/postings/{copy}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filled_job_is_closed_at_once_and_opens_again()
    {
        var an = await FoundAsync("harbour", "an");
        var id = await HandInAsync(an, "Baker");
        await ApproveAsync(id);
        var visitor = await SignedInAsync(an);
        await visitor.OpenAsync($"/employer/{an.EmployerId}/postings/{id}");
        await visitor.PostFormAsync("handler=Close", ("Reason", "Filled"));
        Assert.Contains("Closed: filled", visitor.Page.Text, StringComparison.Ordinal);
        await Site.FollowAsync();
        Assert.DoesNotContain("Baker", (await Site.ReadAsync("/jobs")).TextOf(".results-main"), StringComparison.Ordinal);
        Assert.Contains("This job closed on", (await Site.ReadAsync($"/jobs/{id}/baker")).Text, StringComparison.Ordinal);

        await visitor.SendAsync("handler=Renew");
        await Site.FollowAsync();
        Assert.Contains("Baker", (await Site.ReadAsync("/jobs")).TextOf(".results-main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_desk_has_taken_offline_its_employer_cannot_open_again()
    {
        var an = await FoundAsync("harbour", "an");
        var id = await HandInAsync(an, "Baker");
        await ApproveAsync(id);
        var reviews = Live<PostingReviews>();
        Assert.Equal(ReviewOutcome.Done, await reviews.TakeDownAsync(id, (await reviews.FindAsync(id, Cancel))!.Version, "A swindle.", Cancel));

        Assert.False(await New<PostingEnds>().RenewAsync(an.EmployerId, id, Cancel));
        Assert.Contains("A swindle.", (await MailToAsync("an@harbour.example")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planned_job_goes_online_when_its_day_has_come()
    {
        var an = await FoundAsync("harbour", "an");
        var id = await HandInAsync(an, "Baker", content => content with { PublishesAt = Clock.Now.AddDays(2) });
        await ApproveAsync(id);
        Assert.Equal(PostingState.Approved, (await New<PostingReviews>().FindAsync(id, Cancel))!.State);
        Assert.False(await New<DuePostings>().IsAnyAsync(Cancel));

        Clock.Advance(TimeSpan.FromDays(2));
        Assert.True(await New<DuePostings>().IsAnyAsync(Cancel));
        await Live<DuePostings>().CarryOutAsync(Cancel);
        Assert.Equal(PostingState.Published, (await New<PostingReviews>().FindAsync(id, Cancel))!.State);
        Assert.Equal("Online: Baker", (await MailToAsync("an@harbour.example")).Subject);
    }

    [Fact]
    public async Task A_copy_and_a_template_are_drafts_of_the_company()
    {
        var an = await FoundAsync("harbour", "an");
        var id = await HandInAsync(an, "Baker");
        var visitor = await SignedInAsync(an);
        await visitor.OpenAsync($"/employer/{an.EmployerId}/postings/{id}");
        await visitor.SendAsync("handler=Duplicate");
        Assert.Equal("Change “Baker”", visitor.Page.Title);

        await visitor.OpenAsync($"/employer/{an.EmployerId}/postings/{id}");
        await visitor.SendAsync("handler=Template", ("TemplateName", "Night shift"));
        Assert.Contains("Night shift", visitor.Page.Text, StringComparison.Ordinal);
        await visitor.PostFormAsync("handler=Use");
        Assert.Equal("Change “Baker”", visitor.Page.Title);
        Assert.Equal(3, (await New<EmployerPostings>().PageAsync(an.EmployerId, 10, cancel: Cancel)).Items.Count);
    }

    [Fact]
    public async Task Two_who_change_the_same_job_lose_nothing()
    {
        var an = await FoundAsync("harbour", "an");
        var id = await HandInAsync(an, "Baker");
        var (one, two) = (await SignedInAsync(an), await SignedInAsync(an));
        await one.OpenAsync($"/employer/{an.EmployerId}/postings/{id}/edit");
        await two.OpenAsync($"/employer/{an.EmployerId}/postings/{id}/edit");
        await one.PostFormAsync("/edit", ("Form.Title", "First baker"));
        await two.PostFormAsync("/edit", ("Form.Title", "Second baker"));

        Assert.Equal(409, two.Page.Status);
        Assert.Equal("Second baker", two.Page.Page.QuerySelector("[name='Form.Title']")!.GetAttribute("value"));
        Assert.Equal("First baker", (await New<PostingReviews>().FindAsync(id, Cancel))!.Title);
    }

    [Fact]
    public async Task A_question_for_earlier_pay_is_refused_and_excluding_words_are_pointed_out()
    {
        await AddCategoryAsync();
        var visitor = new Visitor(Site);
        await WriteAsync(visitor, Advert("Salesman").Select(field => (field.Name, field.Name == "Form.Description" ? field.Value + " Please state your current salary." : field.Value)));
        Assert.Contains("“your current salary”", visitor.Page.TextOf("#field-Form-Description-error"), StringComparison.Ordinal);
        await WriteAsync(visitor, Advert("Salesman"));
        Assert.Contains("“Salesman”: better “salesperson”", visitor.Page.Text, StringComparison.Ordinal);
    }

    private static async Task EditAsync(Visitor visitor, Member member, long id, params (string Name, string Value)[] fields)
    {
        await visitor.OpenAsync($"/employer/{member.EmployerId}/postings/{id}/edit");
        await visitor.PostFormAsync("/edit", fields);
    }

    public sealed class OnSqlite() : OwnPostingsTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : OwnPostingsTests(DatabaseEngine.Postgres);
}
