using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.IntegrationTests.Web.Jobs;
using NewsSite.Jobs.Applications;
using NewsSite.Jobs.Employers;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Tests.Jobs.Applications;

namespace NewsSite.IntegrationTests.Web.Employers;

public abstract class ApplicationsTests(DatabaseEngine engine) : EmployerTest(engine)
{
    [Fact]
    public async Task An_application_is_in_the_inbox_at_once_and_those_who_read_it_get_a_mail()
    {
        var (owner, job) = await OfferAsync("bakery");
        await JoinAsync(owner, "rita", EmployerRole.Recruiter);
        await Site.ApplyAsync(job, ApplyForms.Anna, CvSamples.Pdf());

        var browser = await SignedInAsync(owner);
        var list = await browser.OpenAsync(Inbox(owner));

        Assert.Contains("Anna Peeters", list.TextOf("main .rows"), StringComparison.Ordinal);
        Assert.Contains("Address not confirmed", list.TextOf("main .rows"), StringComparison.Ordinal);
        foreach (var address in new[] { "olga@bakery.example", "rita@people.example" })
        {
            var mail = await MailToAsync(address);
            Assert.Equal("New application: Baker", mail.Subject);
            Assert.DoesNotContain("Anna", mail.Text, StringComparison.Ordinal);
            Assert.Equal(Inbox(owner), LinkIn(mail));
        }
        var one = await browser.OpenAsync(await OneAsync(owner));
        Assert.Contains("I baked bread for years.", one.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(ApplicationState.Seen, (await StoredAsync())[0].State);
    }

    [Fact]
    public async Task A_CV_is_handed_out_to_be_saved_and_never_as_a_page_of_this_site()
    {
        var (owner, job) = await OfferAsync("bakery");
        await Site.ApplyAsync(job, ApplyForms.Anna, CvSamples.Docx(), "Zoë's CV.docx");

        var file = await (await SignedInAsync(owner)).AskAsync(HttpMethod.Get, await OneAsync(owner) + "/cv");

        Assert.Equal(200, file.Status);
        Assert.Equal(CvSamples.Docx(), file.Content);
        Assert.StartsWith("attachment;", file["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal(("nosniff", "default-src 'none'; sandbox", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), (file["X-Content-Type-Options"], file["Content-Security-Policy"], file.MediaType));
        Assert.Contains("no-store", file["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_stranger_gets_at_an_application_whatever_company_the_address_names()
    {
        var (owner, job) = await OfferAsync("bakery");
        await Site.ApplyAsync(job, ApplyForms.Anna, CvSamples.Pdf());
        var (other, _) = await OfferAsync("brewery");
        var id = (await OneAsync(owner)).Split('/')[^1];
        var strangers = new List<Visitor> { new(Site), await SignedInAsync(other) };
        foreach (var role in RoleNames.All)
            strangers.Add(await SignedInAsync(role));
        foreach (var stranger in strangers)
        {
            foreach (var path in new[] { "", $"/{id}", $"/{id}/cv", "/export.csv", "/export.zip" })
            {
                var answer = await stranger.AskAsync(HttpMethod.Get, Inbox(owner) + path);
                Assert.True(answer.Status is 302 or 401 or 403, $"{path}: {answer.Status}");
                Assert.DoesNotContain("Anna", answer.Text, StringComparison.Ordinal);
            }
            Assert.True((await stranger.AskAsync(HttpMethod.Post, $"{Inbox(owner)}/{id}?handler=Move")).Status is 302 or 401 or 403);
        }
        // Their own company, somebody else's application.
        var owned = await SignedInAsync(other);
        foreach (var path in new[] { $"/{id}", $"/{id}/cv" })
            Assert.Equal(404, (await owned.AskAsync(HttpMethod.Get, Inbox(other) + path)).Status);
        foreach (var path in new[] { "", "/export.csv", $"?posting={job}", $"/export.csv?posting={job}" })
            Assert.DoesNotContain("Anna", (await owned.AskAsync(HttpMethod.Get, Inbox(other) + path)).Text, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.New, (await StoredAsync())[0].State);
    }

    [Fact]
    public async Task A_reply_goes_out_as_it_was_edited_and_answers_come_to_the_colleague()
    {
        var (owner, job) = await OfferAsync("bakery");
        await Site.ApplyAsync(job, ApplyForms.Anna);
        var browser = await SignedInAsync(owner);
        var one = await OneAsync(owner);

        var form = await browser.OpenAsync(one + "?reply=invite");
        Assert.Contains("Dear Anna Peeters,", form.TextOf("textarea[name=Body]"), StringComparison.Ordinal);
        var wrong = await browser.SendAsync("handler=Reply", ("Subject", ""), ("Body", "Come on Monday.\n\n<b>At nine.</b>"));
        Assert.Equal(422, wrong.Status);
        Assert.Contains("Come on Monday.", wrong.TextOf("textarea[name=Body]"), StringComparison.Ordinal);
        var sent = await browser.SendAsync("handler=Reply", ("Subject", "Come and see us"));

        Assert.Equal(200, sent.Status);
        var mail = await MailToAsync(ApplyForms.Email);
        Assert.Equal(("Come and see us", "olga@bakery.example"), (mail.Subject, mail.ReplyTo));
        Assert.Contains("Come on Monday.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Reply-To: olga@bakery.example", Encoding.ASCII.GetString(mail.ToMessage().Write()), StringComparison.Ordinal);
        Assert.Equal(ApplicationState.Invited, (await StoredAsync())[0].State);
        Assert.Contains("Come and see us", sent.TextOf(".application-entries"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_and_notes_are_kept_and_an_older_page_overwrites_nothing()
    {
        var (owner, job) = await OfferAsync("bakery");
        await Site.ApplyAsync(job, ApplyForms.Anna);
        var (first, second) = (await SignedInAsync(owner), await SignedInAsync(owner));
        var one = await OneAsync(owner);
        await first.OpenAsync(one);
        await second.OpenAsync(one);

        Assert.Equal(200, (await first.SendAsync("handler=Move", ("State", "Hired"))).Status);
        var late = await second.SendAsync("handler=Move", ("State", "Rejected"));
        Assert.Equal(409, late.Status);
        await first.SendAsync("handler=Note", ("Note", "Bakes like <i>nobody</i>."));

        Assert.Equal(ApplicationState.Hired, (await StoredAsync())[0].State);
        var page = await first.OpenAsync(one);
        Assert.Contains("Bakes like <i>nobody</i>.", page.TextOf(".application-entries"), StringComparison.Ordinal);
        Assert.Contains("Anna Peeters", (await first.OpenAsync(Inbox(owner) + "?state=hired")).TextOf("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Anna Peeters", (await first.OpenAsync(Inbox(owner) + "?state=new")).TextOf("main .rows"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exports_hold_all_of_one_job_and_no_cell_of_them_is_a_formula()
    {
        var (owner, job) = await OfferAsync("bakery");
        await Site.ApplyAsync(job, [("Name", "=HYPERLINK(\"https://evil.example\")"), ("Email", "eve@reader.example"), ("Letter", "@SUM(1)")], CvSamples.Odt(), "../../../etc/cron.odt");
        await Site.ApplyAsync(job, ApplyForms.Anna);
        var browser = await SignedInAsync(owner);

        var table = await browser.AskAsync(HttpMethod.Get, Inbox(owner) + "/export.csv");
        var zip = await browser.AskAsync(HttpMethod.Get, $"{Inbox(owner)}/export.zip?posting={job}");

        Assert.Equal(3, table.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"'=HYPERLINK(", table.Text, StringComparison.Ordinal);
        Assert.Contains(",'@SUM(1),", table.Text, StringComparison.Ordinal);
        using var archive = new ZipArchive(new MemoryStream([.. zip.Content]), ZipArchiveMode.Read);
        var stored = (await StoredAsync())[0];
        Assert.Equal(["applications.csv", string.Create(CultureInfo.InvariantCulture, $"cv/{stored.Id:D6}-hyperlink-https-evil-example.odt")], archive.Entries.Select(entry => entry.FullName));
        await using var cv = await archive.Entries[1].OpenAsync(Cancel);
        using var copy = new MemoryStream();
        await cv.CopyToAsync(copy, Cancel);
        Assert.Equal(CvSamples.Odt(), copy.ToArray());
        Assert.Equal(2, await New<NewsDb>().Set<AuditEntry>().CountAsync(entry => entry.Verb == "export applications", Cancel));
    }

    [Fact]
    public async Task The_inbox_is_paged_by_key()
    {
        var (owner, job) = await OfferAsync("bakery");
        for (var number = 0; number < 51; number++)
            Assert.Equal(ApplyOutcome.Sent, await New<ApplyDesk>().ReceiveAsync(new ApplyOrder { PostingId = job, Name = $"Person {number}", Email = $"p{number}@reader.example", Language = Platform.Languages.Language.English }, Cancel));
        var browser = await SignedInAsync(owner);

        var first = await browser.OpenAsync(Inbox(owner));
        var second = await browser.OpenAsync(first.Turn("next")!);

        Assert.Equal((50, 1), (first.Page.QuerySelectorAll("tbody tr").Length, second.Page.QuerySelectorAll("tbody tr").Length));
        Assert.Contains("Person 0", second.TextOf("tbody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_applicant_erases_is_gone_from_the_inbox_at_once()
    {
        var (owner, job) = await OfferAsync("bakery");
        await Site.ApplyAsync(job, ApplyForms.Anna, CvSamples.Pdf());
        var browser = await SignedInAsync(owner);
        var one = await OneAsync(owner);
        await browser.OpenAsync(one);
        await browser.SendAsync("handler=Note", ("Note", "Good."));

        await Site.PostAsync(LinkIn(await MailToAsync(ApplyForms.Email)) + "?handler=Erase", []);

        Assert.Equal(404, (await browser.OpenAsync(one)).Status);
        Assert.Equal(404, (await browser.AskAsync(HttpMethod.Get, one + "/cv")).Status);
        Assert.Empty(await New<NewsDb>().Set<ApplicationEntry>().ToListAsync(Cancel));
        Assert.DoesNotContain(await New<NewsDb>().Set<AuditEntry>().ToListAsync(Cancel), entry => (entry.Thing + entry.Details).Contains("Anna", StringComparison.Ordinal));
    }

    private static string Inbox(Member member) => string.Create(CultureInfo.InvariantCulture, $"/employer/{member.EmployerId}/applications");

    private async Task<string> OneAsync(Member member) => $"{Inbox(member)}/{(await StoredAsync())[0].Id.ToString(CultureInfo.InvariantCulture)}";

    private async Task<(Member Owner, long Job)> OfferAsync(string company)
    {
        var owner = await FoundAsync(company, company == "bakery" ? "olga" : "bram");
        var job = await HandInAsync(owner, "Baker");
        await ApproveAsync(job);
        return (owner, job);
    }

    private async Task<IReadOnlyList<Application>> StoredAsync() => await New<NewsDb>().Set<Application>().OrderBy(application => application.Id).ToListAsync(Cancel);

    public sealed class OnSqlite() : ApplicationsTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ApplicationsTests(DatabaseEngine.Postgres);
}
