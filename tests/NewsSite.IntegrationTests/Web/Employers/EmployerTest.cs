using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts.SignIn;
using NewsSite.Accounts.Users;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Web.Employers;

/// <summary>Somebody who acts for a company.</summary>
public sealed record Member(User User, long EmployerId);

/// <summary>A story about people who post jobs.</summary>
public abstract partial class EmployerTest(DatabaseEngine engine) : AccountTest(engine)
{
    protected const string Description = "You bake bread and buns with three others, from four in the morning until noon, by the canal.\n\n- you know sourdough\n- you like mornings";

    private readonly List<AsyncServiceScope> _scopes = [];

    /// <summary>All that a good advert needs.</summary>
    protected (string Name, string? Value)[] Advert(string title) =>
    [
        ("Form.AdvertLanguage", "en"), ("Form.Title", title), ("Form.Description", Description), ("Form.Contract", "Permanent"), ("Form.Hours", "FullTime"), ("Form.Category", "bakery"),
        ("Form.Workplace", "OnSite"), ("Form.SalaryMin", "2600"), ("Form.SalaryMax", "3100"), ("Form.Currency", "EUR"), ("Form.Period", "Month"), ("Form.ApplyWay", "Mail"),
        ("Form.ApplyMail", "bread@harbour.example"), ("Form.ClosesOn", Paper.Clock.Now.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("Form.Places", "1000 Brussels"),
    ];

    /// <summary>Opens the form, takes the time that people take, and sends it.</summary>
    protected async Task WriteAsync(Visitor visitor, params IEnumerable<(string Name, string? Value)> fields)
    {
        var opened = (await visitor.OpenAsync("/jobs/post")).Page.QuerySelector("[name=Opened]")!.GetAttribute("value")!;
        await Site.PassAsync(TimeSpan.FromSeconds(30));
        await visitor.PostAsync("/jobs/post", [("Opened", opened), .. fields.Select(field => (field.Name, field.Value!))]);
    }

    /// <summary>A company with one who acts for it, as if they had posted before.</summary>
    protected async Task<Member> FoundAsync(string company, string person, EmployerRole role = EmployerRole.Owner)
    {
        var services = Paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        await using var write = await db.BeginWriteAsync(Cancel);
        var user = await services.GetRequiredService<Registration>().EnterAsync($"{person}@{company}.example", person, Language.English, Cancel);
        var employer = await services.GetRequiredService<EmployerDesk>().FoundAsync(company, Language.English, user!.Id, Cancel);
        await db.SaveChangesAsync(Cancel);
        (await db.Set<EmployerMember>().SingleAsync(member => member.UserId == user.Id && member.EmployerId == employer.Id, Cancel)).Role = role;
        await write.CommitAsync(Cancel);
        return new Member(user, employer.Id);
    }

    /// <summary>Somebody else who acts for the same company.</summary>
    protected async Task<Member> JoinAsync(Member first, string person, EmployerRole role)
    {
        var services = Paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        await using var write = await db.BeginWriteAsync(Cancel);
        var user = await services.GetRequiredService<Registration>().EnterAsync($"{person}@people.example", person, Language.English, Cancel);
        db.Add(new EmployerMember { EmployerId = first.EmployerId, UserId = user!.Id, Role = role, JoinedAt = Clock.Now });
        await write.CommitAsync(Cancel);
        return new Member(user, first.EmployerId);
    }

    protected async Task<Visitor> SignedInAsync(Member member)
    {
        var visitor = new Visitor(Site);
        var services = Paper.NewScope();
        var user = await services.GetRequiredService<Staff>().FindAsync(member.User.Id, Cancel);
        visitor.Keep(SessionCookie, (await services.GetRequiredService<SignInDesk>().OpenAsync(user!, "test", new Origin("", ""), Cancel)).Secret);
        return visitor;
    }

    protected async Task AddCategoryAsync()
    {
        var db = New<NewsDb>();
        db.Add(new Category { Slug = "bakery", Name = new LocalizedText(Language.English, "Bakery") });
        await db.SaveAsync(Cancel);
    }

    /// <summary>A posting that waits for the desk.</summary>
    protected async Task<long> HandInAsync(Member member, string title, Func<PostingContent, PostingContent>? change = null)
    {
        var content = new PostingContent
        {
            Language = "en",
            Title = title,
            Description = Platform.Html.Blocks.BlockDocument.Of([Platform.Html.Blocks.Block.Paragraph("Some work, and quite a lot of it, by the canal and beyond it, on most days of the week.")]),
            Contract = Contract.Permanent,
            Hours = Hours.FullTime,
            Places = [new ContentPlace("Brussels", "1000", "BE")],
            Salary = new Salary(260000, 310000, "EUR", PayPeriod.Month),
            TakesApplications = true,
            ClosesAt = Clock.Now.AddDays(20),
        };
        await using var scope = Site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        await using var write = await db.BeginWriteAsync(Cancel);
        var posting = await scope.ServiceProvider.GetRequiredService<EmployerPostings>().HandInAsync(member.EmployerId, change?.Invoke(content) ?? content, member.User.Id, cancel: Cancel);
        await write.CommitAsync(Cancel);
        return posting.Id;
    }

    /// <summary>A service as the running site has it: only the site knows the addresses of people.</summary>
    protected T Live<T>()
        where T : notnull
    {
        var scope = Site.Services.CreateAsyncScope();
        _scopes.Add(scope);
        return scope.ServiceProvider.GetRequiredService<T>();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var scope in _scopes)
            await scope.DisposeAsync();
        await base.DisposeAsync();
    }

    protected async Task ApproveAsync(long id)
    {
        var reviews = Live<PostingReviews>();
        Assert.Equal(ReviewOutcome.Done, await reviews.ApproveAsync(id, (await New<PostingReviews>().FindAsync(id, Cancel))!.Version, Cancel));
    }

    /// <summary>Somebody with an account who acts for nobody yet.</summary>
    protected async Task<Member> RegisterAsync(string email, string name)
    {
        var services = Paper.NewScope();
        var db = services.GetRequiredService<NewsDb>();
        await using var write = await db.BeginWriteAsync(Cancel);
        var user = await services.GetRequiredService<Registration>().EnterAsync(email, name, Language.English, Cancel);
        await write.CommitAsync(Cancel);
        return new Member(user!, 0);
    }

    /// <summary>The newest mail to an address.</summary>
    private protected Task<QueuedMail> MailToAsync(string address) =>
        New<NewsDb>().Set<QueuedMail>().AsNoTracking().Where(mail => mail.ToAddress == address).OrderByDescending(mail => mail.Id).FirstAsync(Cancel);

    /// <summary>Where the first link of a mail leads on this site.</summary>
    private protected static string LinkIn(QueuedMail mail) => Link().Match(mail.Text).Groups["path"].Value;

    [GeneratedRegex(@"https://news\.example(?<path>/\S+)")]
    private static partial Regex Link();
}
