using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Jobs.Occupations;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Newsroom;

public abstract class OccupationPagesTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task The_jobs_desk_adds_an_occupation_changes_its_names_and_removes_it()
    {
        var desk = await SignedInAsync(Role.JobsDesk);
        await desk.OpenAsync("/newsroom/occupations");

        await desk.SendAsync("", ("Names.En", "tiler"), ("Names.Nl", ""));
        Assert.Equal((422, "Give at least two names."), (desk.Page.Status, desk.Page.TextOf("#field-Names-En-error")));
        Assert.Equal("tiler", desk.Page.Page.QuerySelector("#field-Names-En")!.TextContent.Trim());
        await desk.SendAsync("", ("Names.En", "tiler\r\n  floor   layer \r\n\r\ntiler"), ("Names.Nl", "tegelzetter"));
        Assert.Equal(("tiler", "The occupation is added."), (desk.Page.Title, desk.Page.TextOf("main .notice")));
        Assert.Equal("tiler\nfloor layer", desk.Page.Page.QuerySelector("#field-Names-En")!.TextContent.Trim());

        await desk.SendAsync("", ("Names.Fr", "carreleur"));
        Assert.Equal("The occupation is saved.", desk.Page.TextOf("main .notice"));
        await desk.OpenAsync("/newsroom/occupations?q=CARREL");
        Assert.Equal("tiler", desk.Page.TextOf("main table tbody tr:first-child th"));
        await desk.OpenAsync(desk.Page.Links("main table")[0]);
        await desk.SendAsync("handler=Remove");
        Assert.Equal("“tiler” is removed.", desk.Page.TextOf("main .notice"));
        await desk.OpenAsync("/newsroom/occupations?q=carrel");

        Assert.Equal("Nothing was found.", desk.Page.TextOf("main .empty"));
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_loses_nothing_of_what_they_typed()
    {
        var (_, id) = await New<OccupationDesk>().AddAsync(new(Platform.Languages.Language.English, "tiler\nfloor layer"), Cancel);
        var desk = await SignedInAsync(Role.JobsDesk);
        await desk.OpenAsync($"/newsroom/occupations/{id}");
        await New<OccupationDesk>().SaveAsync(id, 0, new(Platform.Languages.Language.English, "tiler\npaver"), Cancel);

        await desk.SendAsync("", ("Names.En", "tiler\nmine"));

        Assert.Equal((409, "tiler\nmine"), (desk.Page.Status, desk.Page.Page.QuerySelector("#field-Names-En")!.TextContent.Trim()));
        Assert.Equal("tiler\npaver", (await New<OccupationDesk>().FindAsync(id, Cancel))!.Names.In(Platform.Languages.Language.English));
    }

    [Fact]
    public async Task A_long_list_is_paged_and_odd_addresses_show_its_beginning()
    {
        for (var number = 0; number < 60; number++)
            await New<OccupationDesk>().AddAsync(new(Platform.Languages.Language.English, $"job {number:D2}\nwork & trade {number}"), Cancel);
        var desk = await SignedInAsync(Role.JobsDesk);
        await desk.OpenAsync("/newsroom/occupations");
        Assert.Equal(("job 00", 50), (desk.Page.TextOf("main table tbody tr:first-child th"), desk.Page.Links("main table").Count));

        await desk.OpenAsync(desk.Page.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(("job 50", 10), (desk.Page.TextOf("main table tbody tr:first-child th"), desk.Page.Links("main table").Count));
        foreach (var odd in new[] { "?after=x", "?after=", "?after=99999999999999999999 a", "?q=%25&after=1" })
        {
            await desk.OpenAsync("/newsroom/occupations" + odd);
            Assert.Equal(200, desk.Page.Status);
        }
    }

    public sealed class OnSqlite() : OccupationPagesTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : OccupationPagesTests(DatabaseEngine.Postgres);
}
