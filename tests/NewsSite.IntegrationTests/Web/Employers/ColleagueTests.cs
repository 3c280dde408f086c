using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Jobs.Employers;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Employers;

/// <summary>How people come to act for a company and stop, and how they sign in.</summary>
public abstract class ColleagueTests(DatabaseEngine engine) : EmployerTest(engine)
{
    [Fact]
    public async Task A_colleague_joins_by_an_invitation()
    {
        var an = await FoundAsync("harbour", "an");
        var owner = await SignedInAsync(an);
        await owner.OpenAsync($"/employer/{an.EmployerId}/people");
        await owner.SendAsync("handler=Invite", ("Email", "bea@gmail.com"), ("Role", "Recruiter"));
        Assert.Contains("The invitation is on its way to bea@gmail.com.", owner.Page.Text, StringComparison.Ordinal);
        var link = LinkIn(await MailToAsync("bea@gmail.com"));

        var bea = new Visitor(Site);
        for (var times = 0; times < 2; times++)
            Assert.Equal("Post jobs for harbour", (await bea.OpenAsync(link)).Title);
        await bea.SendAsync("", ("PersonName", "Bea"));
        Assert.Equal("Jobs of harbour", bea.Page.Title);
        Assert.Equal(404, (await Site.GetAsync(link)).Status);
        // A recruiter posts, and changes neither the company nor its people.
        Assert.Equal(403, (await bea.AskAsync(HttpMethod.Get, $"/employer/{an.EmployerId}/people")).Status);
        Assert.Equal(403, (await bea.AskAsync(HttpMethod.Get, $"/employer/{an.EmployerId}/company")).Status);
    }

    [Fact]
    public async Task Who_has_an_address_of_the_company_asks_and_an_owner_lets_them_in()
    {
        await AddCategoryAsync();
        var an = new Visitor(Site);
        await WriteAsync(an, Advert("Baker"));
        await an.OpenAsync("/jobs/post/company");
        await an.SendAsync("", ("CompanyName", "Harbour"), ("PersonName", "An"), ("Email", "an@harbour.example"));
        await an.OpenAsync(LinkIn(await MailToAsync("an@harbour.example")));
        await an.SendAsync("");
        var employer = long.Parse(an.Path.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        var bea = await SignedInAsync(await FoundAsync("other", "bea"));
        Assert.DoesNotContain("Harbour", (await bea.OpenAsync("/employer")).Text, StringComparison.Ordinal);

        var cis = await SignedInAsync(await RegisterAsync("cis@harbour.example", "Cis"));
        await cis.OpenAsync("/employer");
        await cis.SendAsync("/employer");
        Assert.Equal(403, (await cis.AskAsync(HttpMethod.Get, $"/employer/{employer}")).Status);
        Assert.Contains("Cis (cis@harbour.example)", (await MailToAsync("an@harbour.example")).Text, StringComparison.Ordinal);

        await an.OpenAsync($"/employer/{employer}/people");
        await an.PostFormAsync("handler=Answer", ("LetsIn", "true"));
        Assert.Equal(200, (await cis.AskAsync(HttpMethod.Get, $"/employer/{employer}")).Status);
        Assert.Equal("You now act for Harbour", (await MailToAsync("cis@harbour.example")).Subject);
    }

    [Fact]
    public async Task An_address_that_anybody_can_have_opens_no_company()
    {
        var people = New<EmployerPeople>();
        var an = await RegisterAsync("an@gmail.com", "An");
        Assert.Empty(await people.OpenToAsync(an.User.Id, "an@gmail.com", Cancel));
    }

    [Fact]
    public async Task Who_is_removed_may_nothing_with_the_next_request_and_one_owner_stays()
    {
        var an = await FoundAsync("harbour", "an");
        var bea = await JoinAsync(an, "bea", EmployerRole.Owner);
        var visitor = await SignedInAsync(bea);
        Assert.Equal(200, (await visitor.AskAsync(HttpMethod.Get, $"/employer/{an.EmployerId}")).Status);
        var members = await New<EmployerAccess>().MembersAsync(an.EmployerId, Cancel);

        Assert.True(await New<EmployerPeople>().RemoveAsync(an.EmployerId, members[1].Id, Cancel));
        Assert.Equal(403, (await visitor.AskAsync(HttpMethod.Get, $"/employer/{an.EmployerId}")).Status);
        Assert.False(await New<EmployerPeople>().RemoveAsync(an.EmployerId, members[0].Id, Cancel));
        Assert.False(await New<EmployerPeople>().ChangeRoleAsync(an.EmployerId, members[0].Id, EmployerRole.Recruiter, Cancel));
    }

    [Fact]
    public async Task An_employer_signs_in_by_a_link_and_staff_do_not()
    {
        var an = await FoundAsync("harbour", "an");
        var ada = await HireAsync(Role.Administrator, "Ada");
        var visitor = new Visitor(Site);
        await visitor.OpenAsync("/account/link?returnUrl=%2Fjobs%2Fpost");
        var told = (await visitor.SendAsync("", ("Email", ada.User.Email))).TextOf("main");
        Assert.DoesNotContain(await New<NewsDb>().Set<Platform.Mail.QueuedMail>().ToListAsync(Cancel), mail => mail.Subject.Contains("link to sign in", StringComparison.Ordinal));
        await visitor.OpenAsync("/account/link?returnUrl=%2Fjobs%2Fpost");
        Assert.Equal(told, (await visitor.SendAsync("", ("Email", an.User.Email))).TextOf("main"));

        var link = LinkIn(await MailToAsync(an.User.Email!));
        for (var times = 0; times < 2; times++)
            Assert.Equal(200, (await visitor.OpenAsync(link)).Status);
        await visitor.SendAsync("");
        Assert.Equal("/jobs/post", visitor.Path);
        Assert.Equal(200, (await visitor.AskAsync(HttpMethod.Get, $"/employer/{an.EmployerId}")).Status);
        Assert.Equal(404, (await Site.GetAsync(link)).Status);
    }

    [Fact]
    public async Task An_owner_tells_readers_of_the_company()
    {
        var an = await FoundAsync("harbour", "an");
        var owner = await SignedInAsync(an);
        await owner.OpenAsync($"/employer/{an.EmployerId}/company");
        await owner.SendAsync("/company", ("Name", "Harbour Bakery"), ("About", "Bread since 1921."), ("Website", "harbour.example"), ("VatNumber", "BE 0403.170.702"), ("Links", "https://social.example/harbour"), ("Places", "Quai 1, 1000 Brussels"));
        Assert.Equal(422, owner.Page.Status);
        Assert.Equal("Bread since 1921.", owner.Page.Page.QuerySelector("[name=About]")!.TextContent.Trim());
        await owner.SendAsync("/company", ("VatNumber", "BE 0403.170.701"));
        Assert.Equal(200, owner.Page.Status);

        await Site.FollowAsync();
        var page = await Site.ReadAsync("/employers/harbour");
        Assert.Equal("Harbour Bakery", page.Title);
        Assert.Contains("Quai 1, 1000 Brussels", page.Text, StringComparison.Ordinal);
        Assert.Contains("https://social.example/harbour", page.Links());
        Assert.DoesNotContain("0403170701", page.Text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite() : ColleagueTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ColleagueTests(DatabaseEngine.Postgres);
}
