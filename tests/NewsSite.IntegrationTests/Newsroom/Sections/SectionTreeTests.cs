using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Newsroom.Sections;

public abstract class SectionTreeTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    [Fact]
    public async Task Sections_lie_in_one_another()
    {
        await Paper.AddSectionAsync("city", null, Cancel);
        await Paper.AddSectionAsync("transport", "city", Cancel);
        await Paper.AddSectionAsync("trams", "transport", Cancel);
        await Paper.AddSectionAsync("culture", null, Cancel);

        var tree = await LoadAsync();

        Assert.Equal(["city", "culture"], Slugs(tree.Top));
        Assert.Equal(["city", "transport", "trams"], Slugs(tree.Path(tree.Find("trams")!)));
        Assert.Equal(["city", "transport", "trams"], Slugs(tree.Under(tree.Find("city")!)));
        Assert.Equal(["transport"], Slugs(tree.Children(tree.Find("city")!)));
        Assert.Null(tree.Parent(tree.Find("culture")!));
        Assert.Null(tree.Find("Culture"));
    }

    [Fact]
    public async Task A_new_section_is_seen_once_its_note_is_followed()
    {
        await Paper.AddSectionAsync("city", null, Cancel);
        Assert.Equal(["city"], Slugs((await LoadAsync()).All));
        await Paper.AddSectionAsync("culture", null, Cancel);
        Assert.Equal(["city"], Slugs((await LoadAsync()).All));

        Clock.Advance(TimeSpan.FromSeconds(2));
        await New<ChangeFollower>().CatchUpAsync(Cancel);

        Assert.Equal(["city", "culture"], Slugs((await LoadAsync()).All));
    }

    private ValueTask<SectionTree> LoadAsync() => SectionTree.LoadAsync(New<NewsDb>(), New<GenerationMemory>());

    private static IEnumerable<string> Slugs(IEnumerable<Section> sections) => sections.Select(section => section.Slug);

    public sealed class OnSqlite() : SectionTreeTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : SectionTreeTests(DatabaseEngine.Postgres);
}
