using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Applications;
using NewsSite.Platform.Database;
using NewsSite.Platform.Mail;
using NewsSite.Tests.Jobs.Applications;

namespace NewsSite.IntegrationTests.Web.Jobs;

public abstract partial class ApplyTests(DatabaseEngine engine) : SiteTest(engine)
{
    [Fact]
    public async Task An_application_is_stored_with_its_file_and_marked_until_the_address_is_confirmed()
    {
        var job = await OfferAsync();

        var sent = await Site.ApplyAsync(job, [.. ApplyForms.Anna, ("Phone", "+32 2 123 45 67")], CvSamples.Pdf(), @"C:\fakepath\Anna's CV.pdf");

        Assert.StartsWith($"/jobs/{job}/apply?sent=", sent.Location, StringComparison.Ordinal);
        Assert.Contains("Sent. Your application is with harbour.", (await Site.ReadAsync(sent.Location!)).TextOf("main"), StringComparison.Ordinal);
        var stored = Assert.Single(await StoredAsync());
        Assert.Equal(("Anna Peeters", ApplyForms.Email, "+32 2 123 45 67", "I baked bread for years.", "Anna's CV.pdf", ApplicationState.New), (stored.Name, stored.Email, stored.Phone, stored.Letter, stored.CvName, stored.State));
        Assert.Null(stored.ConfirmedAt);
        Assert.Equal(CvSamples.Pdf(), await File.ReadAllBytesAsync(Assert.Single(Files()), Cancel));
        Assert.Matches("^[0-9a-f]{32}\\.pdf$", Path.GetFileName(Files()[0]));
        Assert.Equal(["Your application: Baker"], (await MailsAsync()).Select(mail => mail.Subject));
    }

    [Fact]
    public async Task Two_people_with_the_same_CV_have_a_file_each()
    {
        var job = await OfferAsync();

        await Site.ApplyAsync(job, ApplyForms.Anna, CvSamples.Docx());
        await Site.ApplyAsync(job, [("Name", "Bert"), ("Email", "bert@reader.example")], CvSamples.Docx());

        Assert.Equal(2, Files().Count);
    }

    [Fact]
    public async Task A_second_application_tells_strangers_nothing_and_the_address_what_happened()
    {
        var job = await OfferAsync();
        var first = await Site.ApplyAsync(job, ApplyForms.Anna, CvSamples.Pdf());

        var second = await Site.ApplyAsync(job, [("Name", "A stranger"), ("Email", "Anna@Reader.example"), ("Letter", "Mine.")], CvSamples.Pdf());

        Assert.Equal((first.Status, "apply"), (second.Status, new Uri(new Uri(Site.PublicUrl), second.Location).Segments[^1]));
        Assert.Equal(Words(await Site.ReadAsync(first.Location!)), Words(await Site.ReadAsync(second.Location!)).Replace("Anna@Reader.example", ApplyForms.Email, StringComparison.Ordinal));
        Assert.Equal("Anna Peeters", Assert.Single(await StoredAsync()).Name);
        Assert.Single(Files());
        Assert.Equal(["Your application: Baker", "You have applied already: Baker"], (await MailsAsync()).Select(mail => mail.Subject));

        // Nobody is flooded by somebody else's hand.
        await Site.ApplyAsync(job, ApplyForms.Anna);
        Assert.Equal(2, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task A_job_that_has_closed_says_so_before_anything_is_typed_and_again_with_nothing_lost()
    {
        var job = await OfferAsync();
        var form = await Site.ReadAsync($"/jobs/{job}/apply");
        await Paper.CloseAsync(job, Cancel);
        await Site.PassAsync(TimeSpan.FromSeconds(10));

        var late = await Site.SendApplicationAsync(job, ApplyForms.Stamp(form), ApplyForms.Anna, CvSamples.Pdf());

        Assert.Equal(409, late.Status);
        Assert.Contains("This job has closed", late.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("I baked bread for years.", late.TextOf("textarea"), StringComparison.Ordinal);
        Assert.Null(late.Page.QuerySelector("main button[type=submit]"));
        await NothingIsStoredAsync();
        var early = await Site.ReadAsync($"/jobs/{job}/apply");
        Assert.Contains("This job has closed", early.TextOf("main"), StringComparison.Ordinal);
        Assert.Null(early.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_hostile_file_is_refused_with_the_reason_and_nothing_is_stored()
    {
        var job = await OfferAsync();
        (byte[] Content, string Says)[] files =
        [
            ([.. CvSamples.Pdf(), .. CvSamples.Docx()], "two kinds of file"),
            (CvSamples.Docx(("word/vbaProject.xml", "x")), "macros"),
            (CvSamples.Docx(("word/media/white.bmp", new string('\0', 70_000_000))), "unpacked"),
            (CvSamples.Docx(("../../../evil.xml", "x")), "damaged"),
            ("<script>alert(1)</script>"u8.ToArray(), "PDF, DOCX"),
            ([], "empty"),
            (new byte[6 * 1024 * 1024], "5 MB"),
        ];
        foreach (var (content, says) in files)
        {
            var refused = await Site.ApplyAsync(job, ApplyForms.Anna, content, "../../evil.pdf");

            Assert.Equal(422, refused.Status);
            Assert.Contains(says, refused.TextOf("#cv-error"), StringComparison.OrdinalIgnoreCase);
            Assert.Equal("Anna Peeters", refused.Page.QuerySelector("input[name='Fields.Name']")!.GetAttribute("value"));
            Assert.Contains("I baked bread for years.", refused.TextOf("textarea"), StringComparison.Ordinal);
        }
        await NothingIsStoredAsync();
        Assert.Empty(Directory.GetFiles(Paper.Folder, "*evil*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Programs_are_asked_to_send_once_more_and_lose_nothing()
    {
        var job = await OfferAsync();
        var stamp = ApplyForms.Stamp(await Site.ReadAsync($"/jobs/{job}/apply"));

        Answer[] refused =
        [
            await Site.SendApplicationAsync(job, stamp, ApplyForms.Anna),
            await Site.ApplyAsync(job, [.. ApplyForms.Anna, ("Website", "https://spam.example")]),
            await Site.SendApplicationAsync(job, "made up", ApplyForms.Anna),
        ];

        Assert.All(refused, answer => Assert.Equal((422, "Anna Peeters"), (answer.Status, answer.Page.QuerySelector("input[name='Fields.Name']")!.GetAttribute("value"))));
        await NothingIsStoredAsync();
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_the_field()
    {
        var job = await OfferAsync(new ApplyForm
        {
            Cv = ApplyPart.Required,
            Questions = [new ApplyQuestion { Text = "Do you bake?", Kind = QuestionKind.YesNo, IsRequired = true }, new ApplyQuestion { Text = "Which oven?", Kind = QuestionKind.Choice, Choices = ["Wood", "Gas"] }],
        });

        var wrong = await Site.ApplyAsync(job, [("Name", ""), ("Email", "anna"), ("Phone", "call me"), ("Answers[1]", "Steam")]);

        Assert.Equal(422, wrong.Status);
        Assert.Equal(6, wrong.Page.QuerySelectorAll("main .form-error").Length);
        await NothingIsStoredAsync();
        await Site.ApplyAsync(job, [.. ApplyForms.Anna, ("Answers[0]", "yes"), ("Answers[1]", "Gas")], CvSamples.Odt());
        Assert.Equal([new ApplyAnswer("Do you bake?", "yes"), new ApplyAnswer("Which oven?", "Gas")], Assert.Single(await StoredAsync()).Answers);
    }

    [Fact]
    public async Task Pages_of_other_sites_cannot_send_it_and_too_many_are_stopped_with_nothing_lost()
    {
        var job = await OfferAsync();
        var stamp = ApplyForms.Stamp(await Site.ReadAsync($"/jobs/{job}/apply"));
        await Site.PassAsync(TimeSpan.FromSeconds(10));
        using (var foreign = ApplyForms.Content(stamp, ApplyForms.Anna))
            Assert.Equal(403, (await Site.SendAsync(HttpMethod.Post, $"/jobs/{job}/apply", foreign, ("Sec-Fetch-Site", "cross-site"))).Status);

        var answers = new List<Answer>();
        for (var number = 0; number < 45; number++)
            answers.Add(await Site.SendApplicationAsync(job, stamp, [("Name", $"Person {number}"), ("Email", $"p{number}@reader.example"), ("Letter", "Hello.")]));

        Assert.Equal(40, answers.Count(answer => answer.Status == 302));
        Assert.All(answers.Skip(40), answer => Assert.Equal((429, "Hello."), (answer.Status, answer.TextOf("textarea"))));
    }

    [Fact]
    public async Task The_link_of_the_mail_shows_confirms_withdraws_and_erases_and_looking_changes_nothing()
    {
        var job = await OfferAsync();
        await Site.ApplyAsync(job, ApplyForms.Anna, CvSamples.Pdf());
        var link = Link().Match((await MailsAsync())[0].Text).Groups[1].Value;

        var seen = await Site.ReadAsync(link);
        Assert.Contains("I baked bread for years.", seen.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal("no-referrer", seen["Referrer-Policy"]);
        Assert.Null(Assert.Single(await StoredAsync()).ConfirmedAt);

        Assert.Equal(link, (await Site.PostAsync(link + "?handler=Confirm", [])).Location);
        Assert.Equal(Clock.Now, Assert.Single(await StoredAsync()).ConfirmedAt);

        await Site.PostAsync(link + "?handler=Withdraw", []);
        Assert.NotNull(Assert.Single(await StoredAsync()).WithdrawnAt);
        await Site.ApplyAsync(job, ApplyForms.Anna, CvSamples.Pdf());
        Assert.Equal(2, (await StoredAsync()).Count);

        Assert.Contains("erased", (await Site.PostAsync(link + "?handler=Erase", [])).Title, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await StoredAsync()).WithdrawnAt);
        Assert.Single(Files());
        Assert.Equal(404, (await Site.GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_link_that_this_site_did_not_make_opens_nothing()
    {
        var job = await OfferAsync();
        await Site.ApplyAsync(job, ApplyForms.Anna);
        var link = Link().Match((await MailsAsync())[0].Text).Groups[1].Value;
        var forged = link[..^1] + (link[^1] == 'A' ? 'Q' : 'A');

        Assert.Equal(404, (await Site.GetAsync(forged)).Status);
        foreach (var handler in new[] { "Confirm", "Withdraw", "Erase" })
            await Site.PostAsync($"{forged}?handler={handler}", []);
        var stored = Assert.Single(await StoredAsync());
        Assert.Equal((null, null), (stored.ConfirmedAt, stored.WithdrawnAt));
    }

    [Fact]
    public async Task An_application_is_erased_after_its_time_and_its_writer_is_told_before()
    {
        var job = await OfferAsync();
        await Site.ApplyAsync(job, ApplyForms.Anna, CvSamples.Pdf());

        Clock.Now = Clock.Now.AddMonths(24).AddDays(-15);
        Assert.Equal((0, 0), await Paper.New<ApplicationRetention>().CarryOutAsync(Cancel));
        Clock.Now = Clock.Now.AddDays(2);
        Assert.Equal((1, 0), await Paper.New<ApplicationRetention>().CarryOutAsync(Cancel));
        Assert.Equal((0, 0), await Paper.New<ApplicationRetention>().CarryOutAsync(Cancel));
        Assert.Equal("We will erase your application: Baker", (await MailsAsync())[^1].Subject);
        Clock.Now = Clock.Now.AddDays(14);
        Assert.Equal((0, 1), await Paper.New<ApplicationRetention>().CarryOutAsync(Cancel));

        await NothingIsStoredAsync(mails: 2);
    }

    [Fact]
    public async Task A_file_without_a_row_is_swept_away_and_the_others_stay()
    {
        var job = await OfferAsync();
        await Site.ApplyAsync(job, ApplyForms.Anna, CvSamples.Pdf());
        var kept = Assert.Single(Files());
        var orphan = Path.Combine(Path.GetDirectoryName(kept)!, new string('a', 32) + ".pdf");
        var young = Path.Combine(Path.GetDirectoryName(kept)!, new string('b', 32) + ".pdf");
        foreach (var file in new[] { orphan, young })
            await File.WriteAllTextAsync(file, "x", Cancel);
        foreach (var file in new[] { orphan, kept })
            File.SetLastWriteTimeUtc(file, Clock.Now.UtcDateTime.AddHours(-2));
        File.SetLastWriteTimeUtc(young, Clock.Now.UtcDateTime);

        Assert.Equal(1, await Paper.New<CvShelf>().SweepAsync(Cancel));

        Assert.Equal(new[] { kept, young }.Order(), Files().Order());
    }

    private Task<long> OfferAsync(ApplyForm? form = null) => Paper.AddAsync(new Job("Baker") { TakesApplications = true, ApplyForm = form }, Cancel);

    private async Task<IReadOnlyList<Application>> StoredAsync() => await Paper.New<NewsDb>().Set<Application>().OrderBy(application => application.Id).ToListAsync(Cancel);

    private List<string> Files() => Directory.Exists(Path.Combine(Paper.Folder, "applications")) ? [.. Directory.GetFiles(Path.Combine(Paper.Folder, "applications"), "*", SearchOption.AllDirectories)] : [];

    private async Task<IReadOnlyList<QueuedMail>> MailsAsync() => await Paper.New<NewsDb>().Set<QueuedMail>().OrderBy(mail => mail.Id).ToListAsync(Cancel);

    private async Task NothingIsStoredAsync(int mails = 0)
    {
        Assert.Empty(await StoredAsync());
        Assert.Empty(Files());
        Assert.Equal(mails, (await MailsAsync()).Count);
    }

    private static string Words(Answer page) => page.TextOf("main");

    [GeneratedRegex("https://news.example(/jobs/applications/[A-Za-z0-9_-]{43})\\s")]
    private static partial Regex Link();

    public sealed class OnSqlite() : ApplyTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : ApplyTests(DatabaseEngine.Postgres);
}
