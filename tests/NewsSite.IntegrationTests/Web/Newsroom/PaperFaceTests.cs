using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.Users;
using NewsSite.IntegrationTests.Newsroom.Media;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;

namespace NewsSite.IntegrationTests.Web.Newsroom;

/// <summary>What the settings say of the paper stands wherever it shows itself; pictures are chosen, not typed as numbers.</summary>
public abstract class PaperFaceTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task The_name_of_the_settings_stands_everywhere()
    {
        await Paper.AddAsync(new Job("Baker"), Cancel);
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/settings");
        await chief.SendAsync("", ("Name", "Zenne & Zoon"));
        await Site.FollowAsync();

        Assert.Contains("Zenne & Zoon", (await chief.OpenAsync("/newsroom/settings")).TextOf(".bar-name"), StringComparison.Ordinal);
        Assert.EndsWith("Zenne & Zoon", chief.Page.Page.QuerySelector("title")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Zenne & Zoon", (await chief.OpenAsync("/account")).TextOf(".account-name"));
        Assert.Contains("<publisher>Zenne &amp; Zoon</publisher>", (await Site.GetAsync("/jobs/indeed.xml")).Text, StringComparison.Ordinal);
        Assert.Equal("Zenne & Zoon", JsonNode.Parse((await Site.GetAsync("/openapi/v1.json")).Text)!["info"]!["title"]!.GetValue<string>());
        Assert.Contains("Zenne &amp; Zoon", (await Site.GetAsync("/feed.xml")).Text, StringComparison.Ordinal);
        var mail = await InviteAsync();
        Assert.Equal("Zenne & Zoon", mail.FromName);
        Assert.Contains("Zenne & Zoon", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zenne Post", mail.Html + mail.Subject + mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_is_chosen_and_stands_where_the_name_would()
    {
        var logo = await New<MediaDesk>().AddAsync(Pictures.Of("zenne-logo.jpg"), Cancel);
        await New<MediaDesk>().AddAsync(Pictures.Of("tram.jpg"), Cancel);
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync("/newsroom/settings");
        Assert.Equal([""], Choices(chief, "Logo"));
        await chief.PressAsync("?handler=LookFor", ("Tagline.En", "Kept"), ("LookFor", "zenne"));
        Assert.Equal(["", Number(logo.Id)], Choices(chief, "Logo"));
        Assert.Equal("Kept", chief.Page.Page.QuerySelector("#field-Tagline-En")!.GetAttribute("value"));
        await chief.SendAsync("", ("Logo", Number(logo.Id)));
        Assert.Equal("The settings are saved.", chief.Page.TextOf(".notice--good"));
        await Site.FollowAsync();

        var front = await Site.ReadAsync("/");
        var shown = front.Page.QuerySelector("h1.mast-name img")!;
        var address = shown.GetAttribute("src")!;
        Assert.Equal("The Zenne Post", shown.GetAttribute("alt"));
        Assert.Equal(200, (await Site.GetAsync(address)).Status);
        Assert.Contains(address, string.Join(' ', front.Page.QuerySelectorAll("script[type='application/ld+json']").Select(data => data.TextContent)), StringComparison.Ordinal);
        Assert.Contains("<url>https://news.example/media/", (await Site.GetAsync("/feed.xml")).Text, StringComparison.Ordinal);
        Assert.Contains("<logo>https://news.example/media/", (await Site.GetAsync("/atom.xml")).Text, StringComparison.Ordinal);
        Assert.Contains("alt=\"The Zenne Post\"", (await InviteAsync()).Html, StringComparison.Ordinal);
        // The library knows its use, and asks before it goes.
        Assert.Contains("Logo of the paper", (await chief.OpenAsync($"/newsroom/media/{logo.Id}")).TextOf(".media-uses"), StringComparison.Ordinal);
        await New<MediaDesk>().DeleteAsync(logo.Id, logo.Version, Cancel);
        await Site.FollowAsync();
        Assert.Equal("The Zenne Post", (await Site.ReadAsync("/")).TextOf("h1.mast-name"));
    }

    [Fact]
    public async Task A_portrait_is_chosen_from_the_library_without_script()
    {
        await Paper.AddAsync(new Piece("Trams") { Authors = ["lena"] }, Cancel);
        var portrait = await New<MediaDesk>().AddAsync(Pictures.Of("lena-maes.jpg"), Cancel);
        var lena = (await New<Authors>().FindAsync("lena", Cancel))!.Id;
        var chief = await SignedInAsync(Role.ChiefEditor);
        await chief.OpenAsync($"/newsroom/authors/{lena}");
        await chief.PressAsync("?handler=LookFor", ("Form.Name", "Lena Maes"), ("LookFor", "maes"));
        Assert.Equal("Lena Maes", chief.Page.Page.QuerySelector("#field-Form-Name")!.GetAttribute("value"));
        Assert.Equal("lena", (await New<Authors>().FindAsync(lena, Cancel))!.Name);
        await chief.SendAsync("", ("Form.Portrait", Number(portrait.Id)));

        Assert.Equal("The author is saved.", chief.Page.TextOf(".notice--good"));
        Assert.Equal(portrait.Id, (await New<Authors>().FindAsync(lena, Cancel))!.PortraitId);
        Assert.Equal(Number(portrait.Id), chief.Page.Page.QuerySelector("input[type=radio][checked]")!.GetAttribute("value"));
        await chief.PressAsync("?handler=LookFor", ("LookFor", "nothing of the kind"));
        Assert.Equal([Number(portrait.Id), ""], Choices(chief, "Form.Portrait"));
        Assert.Equal("Nothing was found.", chief.Page.TextOf(".form-words .quiet"));
        await chief.SendAsync("", ("Form.Portrait", ""));
        Assert.Null((await New<Authors>().FindAsync(lena, Cancel))!.PortraitId);
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static List<string> Choices(Visitor visitor, string name) =>
        [.. visitor.Page.Page.QuerySelectorAll($"input[type=radio][name='{name}']").Select(choice => choice.GetAttribute("value")!)];

    /// <summary>The mail of an invitation that the running site sends.</summary>
    private async Task<QueuedMail> InviteAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Invitations>().InviteAsync("bo@news.example", Role.Editor, Language.English, Cancel);
        return await New<NewsDb>().Set<QueuedMail>().OrderByDescending(mail => mail.Id).FirstAsync(Cancel);
    }

    public sealed class OnSqlite() : PaperFaceTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : PaperFaceTests(DatabaseEngine.Postgres);
}
