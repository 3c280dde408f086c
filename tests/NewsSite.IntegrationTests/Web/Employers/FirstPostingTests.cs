using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.Users;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Employers;

/// <summary>From arriving without an account to a job that readers find.</summary>
public abstract class FirstPostingTests(DatabaseEngine engine) : EmployerTest(engine)
{
    [Fact]
    public async Task A_job_goes_from_the_empty_form_by_a_mail_and_the_desk_to_the_readers()
    {
        await AddCategoryAsync();
        var baker = new Visitor(Site);
        await WriteAsync(baker, "Baker by the canal");
        Assert.Equal("/jobs/post/preview", baker.Path);
        Assert.Equal("Baker by the canal", baker.Page.Title);
        Assert.Contains("€2,600–3,100 a month", baker.Page.TextOf("dl.facts"), StringComparison.Ordinal);
        Assert.Equal(["you know sourdough", "you like mornings"], baker.Page.Page.QuerySelectorAll(".prose li").Select(item => item.TextContent.Trim()));

        await baker.OpenAsync("/jobs/post/company");
        await baker.SendAsync("", ("CompanyName", "Harbour Bakery"), ("PersonName", "An Peeters"), ("Email", "an@harbour.example"));
        Assert.Equal("Look into your mailbox", baker.Page.Title);
        Assert.Empty(await New<NewsDb>().Set<User>().ToListAsync(Cancel));

        var link = LinkIn(await MailToAsync("an@harbour.example"));
        await baker.OpenAsync(link);
        Assert.Equal("Confirm your job", baker.Page.Title);
        await baker.SendAsync("");
        Assert.Equal("Baker by the canal", baker.Page.Title);
        Assert.Contains("Waits for our jobs desk", baker.Page.Text, StringComparison.Ordinal);
        var posting = await New<NewsDb>().Set<Posting>().Include(row => row.Employer).SingleAsync(Cancel);
        Assert.Equal((PostingState.Submitted, "Harbour Bakery", "harbour-bakery"), (posting.State, posting.Employer.Name, posting.Employer.Slug));
        Assert.Equal(404, (await Site.GetAsync($"/jobs/{posting.Id}")).Status);

        var desk = await SignedInAsync(Role.JobsDesk);
        await desk.OpenAsync("/newsroom/postings");
        await desk.OpenAsync(desk.Page.Links(".rows").Single());
        Assert.Equal("Baker by the canal", (await Site.GetAsync($"/newsroom/postings/{posting.Id}/preview", ("Cookie", $"{SessionCookie}={desk.Cookies[SessionCookie]}"))).Title);
        await desk.SendAsync("handler=Approve");
        Assert.Equal("/newsroom/postings", desk.Path);

        await Site.FollowAsync();
        Assert.Contains("Baker by the canal", (await Site.ReadAsync("/jobs")).Text, StringComparison.Ordinal);
        Assert.Contains("Baker by the canal", (await Site.ReadAsync("/jobs/feed.xml")).Text, StringComparison.Ordinal);
        Assert.Contains("Baker by the canal", (await Site.ReadAsync("/jobs/indeed.xml")).Text, StringComparison.Ordinal);
        Assert.Contains("Baker by the canal", (await Site.ReadAsync("/employers/harbour-bakery")).Text, StringComparison.Ordinal);
        Assert.Contains("canal", (await Site.ReadAsync("/jobs?q=sourdough")).TextOf(".results-main"), StringComparison.Ordinal);
        Assert.Equal("Baker by the canal", (await Site.ReadAsync($"/jobs/{posting.Id}/baker-by-the-canal")).Title);
        Assert.Equal("Online: Baker by the canal", (await MailToAsync("an@harbour.example")).Subject);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost()
    {
        await AddCategoryAsync();
        var baker = new Visitor(Site);
        await WriteAsync(baker, ("Form.Title", "Baker"), ("Form.SalaryMin", "a lot"), ("Form.ApplyWay", "Mail"), ("Form.ApplyMail", "nobody"), ("Form.ClosesOn", "2020-01-01"));

        Assert.Equal(422, baker.Page.Status);
        Assert.Equal("This is not an amount. Write it as 3200 or 3200,50.", baker.Page.TextOf("#field-Form-SalaryMin-error"));
        Assert.Equal("This is not an e-mail address.", baker.Page.TextOf("#field-Form-ApplyMail-error"));
        Assert.Equal("This must be a day from today on, and at most 180 days away.", baker.Page.TextOf("#field-Form-ClosesOn-error"));
        Assert.Equal("Please choose the kind of contract.", baker.Page.TextOf("#field-Form-Contract-error"));

        // The same browser comes back a day later, in another language.
        await Site.PassAsync(TimeSpan.FromDays(1));
        await baker.OpenAsync("/nl/jobs/post");
        Assert.Equal("Baker", baker.Page.Page.QuerySelector("[name='Form.Title']")!.GetAttribute("value"));
        Assert.Equal("a lot", baker.Page.Page.QuerySelector("[name='Form.SalaryMin']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_cookie_of_a_draft_goes_to_the_pages_of_the_form_only()
    {
        var answer = await Site.PostAsync("/jobs/post?handler=Keep", new Dictionary<string, string> { ["Form.Title"] = "Baker" });

        Assert.Equal(204, answer.Status);
        var cookies = answer["Set-Cookie"]!.Split("posting-draft=").Skip(1).ToList();
        Assert.Equal(3, cookies.Count);
        Assert.All(new[] { "path=/jobs/post;", "path=/nl/jobs/post;", "path=/fr/jobs/post;" }, path => Assert.Contains(cookies, cookie => cookie.Contains(path, StringComparison.Ordinal)));
        Assert.All(cookies, cookie => Assert.Contains("httponly", cookie, StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.Contains("secure", cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Looking_at_the_link_does_nothing_and_it_works_once()
    {
        await AddCategoryAsync();
        var link = await AskAsync("Baker by the canal", "an@harbour.example");
        for (var times = 0; times < 3; times++)
            Assert.Equal(200, (await Site.GetAsync(link)).Status);
        Assert.Empty(await New<NewsDb>().Set<Posting>().ToListAsync(Cancel));

        // On the phone that gets the mail, where there is no draft.
        var phones = Enumerable.Range(0, 3).Select(_ => new Visitor(Site)).ToList();
        foreach (var phone in phones)
            await phone.OpenAsync(link);
        await Task.WhenAll(phones.Select(phone => phone.SendAsync("")));

        Assert.Single(await New<NewsDb>().Set<Posting>().ToListAsync(Cancel));
        Assert.Single(await New<NewsDb>().Set<Employer>().ToListAsync(Cancel));
        Assert.Equal(404, (await Site.GetAsync(link)).Status);
    }

    [Fact]
    public async Task An_address_that_has_an_account_posts_for_its_company_and_makes_no_second_one()
    {
        await AddCategoryAsync();
        var an = await FoundAsync("harbour", "an");
        var link = await AskAsync("Second baker", "an@harbour.example");
        var visitor = new Visitor(Site);
        await visitor.OpenAsync(link);
        await visitor.SendAsync("", ("Company", an.EmployerId.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(an.EmployerId, (await New<NewsDb>().Set<Posting>().SingleAsync(Cancel)).EmployerId);
        Assert.Single(await New<NewsDb>().Set<User>().ToListAsync(Cancel));
    }

    [Fact]
    public async Task Nobody_posts_for_a_company_that_they_do_not_belong_to()
    {
        await AddCategoryAsync();
        var others = await FoundAsync("brewery", "bea");
        var link = await AskAsync("Baker by the canal", "an@harbour.example");
        var visitor = new Visitor(Site);
        await visitor.OpenAsync(link);
        await visitor.SendAsync("", ("Company", others.EmployerId.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.NotEqual(others.EmployerId, (await New<NewsDb>().Set<Posting>().SingleAsync(Cancel)).EmployerId);

        var an = await SignedInAsync(await FoundAsync("mill", "an"));
        await WriteAsync(an, "Miller");
        await an.OpenAsync("/jobs/post/company");
        Assert.Equal(403, (await an.SendAsync("handler=HandIn", ("Company", others.EmployerId.ToString(System.Globalization.CultureInfo.InvariantCulture)))).Status);
    }

    [Fact]
    public async Task Who_is_signed_in_hands_in_without_a_mail_what_they_wrote_before_signing_in()
    {
        await AddCategoryAsync();
        var an = await FoundAsync("harbour", "an");
        var visitor = new Visitor(Site);
        await WriteAsync(visitor, "Third baker");
        visitor.Keep(SessionCookie, (await SignedInAsync(an)).Cookies[SessionCookie]);
        await visitor.OpenAsync("/jobs/post/company");
        await visitor.SendAsync("handler=HandIn");

        Assert.Equal("Third baker", visitor.Page.Title);
        Assert.Equal(an.EmployerId, (await New<NewsDb>().Set<Posting>().SingleAsync(Cancel)).EmployerId);
        Assert.Empty(await New<NewsDb>().Set<Platform.Mail.QueuedMail>().ToListAsync(Cancel));
    }

    [Fact]
    public async Task The_desk_sends_back_with_a_reason_that_is_mailed()
    {
        var an = await FoundAsync("harbour", "an");
        var id = await HandInAsync(an, "Baker");
        var desk = await SignedInAsync(Role.JobsDesk);
        await desk.OpenAsync($"/newsroom/postings/{id}");
        await desk.SendAsync("handler=Refuse", ("Decision", "ChangesAsked"));
        Assert.Equal("Please give the reason: the employer gets it by mail.", desk.Page.TextOf("#field-Reason-error"));
        await desk.SendAsync("handler=Refuse", ("Decision", "Rejected"), ("Reason", "This is a pyramid."));

        Assert.Equal((PostingState.Rejected, "This is a pyramid."), ((await New<PostingReviews>().FindAsync(id, Cancel))!.State, (await New<PostingReviews>().FindAsync(id, Cancel))!.Decision));
        Assert.Contains("This is a pyramid.", (await MailToAsync("an@harbour.example")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await Site.GetAsync($"/jobs/{id}")).Status);
        Assert.Contains("JobsDesk: reject Baker", await TrailAsync());
    }

    [Fact]
    public async Task Staff_who_post_still_show_their_second_factor()
    {
        await AddCategoryAsync();
        var chief = await HireAsync(Role.Administrator, "Chief");
        var link = await AskAsync("Reporter", chief.User.Email!);
        var visitor = new Visitor(Site);
        await visitor.OpenAsync(link);
        await visitor.SendAsync("");

        Assert.StartsWith("/account/sign-in", visitor.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(SessionCookie, visitor.Cookies.Keys);
        Assert.Equal(Role.Administrator, (await New<Staff>().FindAsync(chief.User.Id, Cancel))!.Role);
    }

    [Fact]
    public async Task A_program_that_sends_at_once_gets_no_further()
    {
        await AddCategoryAsync();
        var program = new Visitor(Site);
        await program.PostAsync("/jobs/post", Advert("Baker").Select(field => (field.Name, field.Value!)));

        Assert.Equal(422, program.Page.Status);
        Assert.Contains("That went faster than anybody types.", program.Page.Text, StringComparison.Ordinal);
        // What it typed is kept, and who is no program presses again.
        await Site.PassAsync(TimeSpan.FromSeconds(5));
        await program.PostFormAsync("/jobs/post");
        Assert.Equal("/jobs/post/preview", program.Path);
    }

    [Fact]
    public async Task Who_fills_in_the_field_that_nobody_sees_gets_no_mail()
    {
        await AddCategoryAsync();
        var program = new Visitor(Site);
        await WriteAsync(program, "Baker");
        await program.OpenAsync("/jobs/post/company");
        await program.SendAsync("", ("CompanyName", "X"), ("PersonName", "X"), ("Email", "x@harbour.example"), ("Homepage", "https://x.example"));

        Assert.Equal("Look into your mailbox", program.Page.Title);
        Assert.Empty(await New<NewsDb>().Set<Platform.Mail.QueuedMail>().ToListAsync(Cancel));
    }

    [Fact]
    public async Task What_pages_of_others_send_is_refused() =>
        Assert.Equal(403, (await Site.PostAsync("/jobs/post", new Dictionary<string, string> { ["Form.Title"] = "Baker" }, ("Sec-Fetch-Site", "cross-site"))).Status);

    private Task WriteAsync(Visitor visitor, string title) => WriteAsync(visitor, Advert(title));

    /// <returns>The link in the mail.</returns>
    private async Task<string> AskAsync(string title, string email)
    {
        var visitor = new Visitor(Site);
        await WriteAsync(visitor, title);
        await visitor.OpenAsync("/jobs/post/company");
        await visitor.SendAsync("", ("CompanyName", "Harbour Bakery"), ("PersonName", "An Peeters"), ("Email", email));
        return LinkIn(await MailToAsync(email));
    }

    public sealed class OnSqlite() : FirstPostingTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : FirstPostingTests(DatabaseEngine.Postgres);
}
