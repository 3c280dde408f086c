using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Menus;
using NewsSite.Newsroom.Profile;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Newsroom.Menus;

public abstract class MenuDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task A_menu_is_chosen_for_one_language_and_makes_itself_again()
    {
        MenuItem[] items = [new(MenuItemKind.Jobs), new(MenuItemKind.Link, Text: "Shop", Address: "https://shop.example")];
        Assert.Equal(EditOutcome.Saved, await New<MenuDesk>().SaveAsync(Language.Dutch, MenuPlace.Header, 0, items, Cancel));
        Assert.Equal(EditOutcome.Stale, await New<MenuDesk>().SaveAsync(Language.Dutch, MenuPlace.Header, 0, [], Cancel));

        Assert.Equal(items, (await New<MenuDesk>().FindAsync(Language.Dutch, MenuPlace.Header, Cancel))!.Items);
        Assert.Null(await New<MenuDesk>().FindAsync(Language.Dutch, MenuPlace.Footer, Cancel));
        Assert.Equal(EditOutcome.Stale, await New<MenuDesk>().ResetAsync(Language.Dutch, MenuPlace.Header, 0, Cancel));
        Assert.Equal(EditOutcome.Saved, await New<MenuDesk>().ResetAsync(Language.Dutch, MenuPlace.Header, 1, Cancel));
        Assert.Null(await New<MenuDesk>().FindAsync(Language.Dutch, MenuPlace.Header, Cancel));
    }

    [Fact]
    public async Task The_profile_is_kept_once_and_never_overwritten_silently()
    {
        Assert.Equal(EditOutcome.Saved, await New<ProfileDesk>().SaveAsync(0, profile => profile.Name = "The Post", Cancel));
        Assert.Equal(EditOutcome.Stale, await New<ProfileDesk>().SaveAsync(0, profile => profile.Name = "Another", Cancel));
        Assert.Equal(EditOutcome.Saved, await New<ProfileDesk>().SaveAsync(1, profile => profile.Tagline = new LocalizedText(Language.French, "Chaque jour"), Cancel));

        var profile = await New<ProfileDesk>().FindAsync(Cancel);
        Assert.Equal(("The Post", "Chaque jour", 2), (profile.Name, profile.Tagline.In(Language.French), profile.Version));
    }

    public sealed class OnSqlite() : MenuDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : MenuDeskTests(DatabaseEngine.Postgres);
}
