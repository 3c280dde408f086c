using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;

namespace NewsSite.BrowserTests.Running;

/// <summary>A test with staff: everybody is invited for it alone, because the papers are shared.</summary>
public abstract class NewsroomTest(Site site) : BrowserTest(site)
{
    public static TheoryData<Database> Databases => [Database.SQLite, Database.PostgreSQL];

    /// <summary>A paper in which this test may write and publish.</summary>
    protected Task<PaperProcess> DeskAsync(Database database)
    {
        Assert.SkipWhen(database == Database.PostgreSQL && PostgresDatabase.Missing is not null, PostgresDatabase.Missing ?? "");
        return Site.DeskAsync(database);
    }

    protected async Task<Colleague> HireAsync(PaperProcess paper, string role, string name, Window? window = null)
    {
        var email = string.Create(CultureInfo.InvariantCulture, $"{name}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}@news.example");
        var colleague = new Colleague(await OpenAsync(window ?? Window.Desk, paper.Address), name, email);
        await colleague.AcceptAsync(await paper.InviteAsync(email, role));
        return colleague;
    }

    /// <summary>A further window of somebody who is signed in, with nothing in its cache.</summary>
    protected async Task<IPage> OpenAsAsync(Colleague colleague, Window window, PaperProcess paper) =>
        await OpenAsync(window with { Session = await colleague.Page.Context.StorageStateAsync() }, paper.Address);

    /// <summary>A headline of this test alone.</summary>
    protected static string Fresh(string headline) => $"{headline} {RandomNumberGenerator.GetHexString(6)}";
}
