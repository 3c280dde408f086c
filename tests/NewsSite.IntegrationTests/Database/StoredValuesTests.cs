using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.IntegrationTests.Database;

/// <summary>Both databases give back what they were given, and put it in the same order.</summary>
public abstract class StoredValuesTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly DateTimeOffset[] Instants =
    [
        new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero).AddTicks(1),
        new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero).AddTicks(9),
        new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero).AddTicks(10),
        new DateTimeOffset(2026, 11, 18, 10, 0, 0, TimeSpan.FromHours(1)).AddTicks(123_456_7),
        DateTimeOffset.UnixEpoch,
        DateTimeOffset.UnixEpoch.AddTicks(-1),
        DateTimeOffset.UnixEpoch.AddTicks(-10),
        new DateTimeOffset(1830, 9, 27, 0, 0, 0, TimeSpan.Zero).AddTicks(7),
        new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero),
    ];

    [Fact]
    public async Task Instants_come_back_cut_to_microseconds_in_utc()
    {
        await AddInstantsAsync();

        var stored = await New<NewsDb>().Set<Change>().OrderBy(change => change.Id).Select(change => change.At).ToListAsync(Cancel);

        Assert.Equal(Instants.Select(Microseconds.Cut), stored);
        Assert.All(stored, instant => Assert.Equal(TimeSpan.Zero, instant.Offset));
    }

    [Fact]
    public async Task Instants_sort_as_they_do_here()
    {
        await AddInstantsAsync();

        var stored = await New<NewsDb>().Set<Change>().OrderBy(change => change.At).ThenBy(change => change.Id).Select(change => change.Id).ToListAsync(Cancel);

        Assert.Equal(Instants.Index().OrderBy(instant => Microseconds.Cut(instant.Item)).Select(instant => instant.Index + 1L), stored);
    }

    [Fact]
    public async Task An_instant_is_found_again_by_itself()
    {
        await AddInstantsAsync();
        foreach (var instant in Instants)
            Assert.True(await New<NewsDb>().Set<Change>().AnyAsync(change => change.At == instant, Cancel), instant.ToString("O"));
    }

    [Theory]
    [InlineData("Politics", "Politiek", "Politique")]
    [InlineData("\"quoted\" \\ <b>", "d'Ixelles & Co", "œuvre – 🚲 日本")]
    [InlineData("", " ", "line\nbreak\tand tab\u0001")]
    public async Task A_localized_text_comes_back_in_every_language(string english, string dutch, string french)
    {
        var name = new LocalizedText(Language.English, english).With(Language.Dutch, dutch).With(Language.French, french);
        await AddTagAsync(name);

        var stored = (await New<NewsDb>().Set<Tag>().SingleAsync(Cancel)).Name;

        Assert.Equal(name, stored);
        Assert.Equal((english, dutch, french), (stored.In(Language.English), stored.In(Language.Dutch), stored.In(Language.French)));
    }

    [Fact]
    public async Task A_changed_text_is_noticed_and_saved()
    {
        await AddTagAsync(new LocalizedText(Language.English, "Trains"));
        var db = New<NewsDb>();
        var tag = await db.Set<Tag>().SingleAsync(Cancel);
        tag.Name = tag.Name.With(Language.Dutch, "Treinen");
        await db.SaveAsync(Cancel);

        var stored = (await New<NewsDb>().Set<Tag>().SingleAsync(Cancel)).Name;

        Assert.Equal(("Trains", "Treinen", "Trains"), (stored.In(Language.English), stored.In(Language.Dutch), stored.In(Language.French)));
    }

    [Fact]
    public async Task An_empty_text_comes_back_empty()
    {
        await AddTagAsync(LocalizedText.Empty);

        Assert.Equal(LocalizedText.Empty, (await New<NewsDb>().Set<Tag>().SingleAsync(Cancel)).Name);
    }

    private async Task AddInstantsAsync()
    {
        var db = New<NewsDb>();
        foreach (var (index, instant) in Instants.Index())
        {
            db.Add(new Change { Kind = "test", EntityId = index, At = instant });
            await db.SaveAsync(Cancel);
        }
    }

    private async Task AddTagAsync(LocalizedText name)
    {
        var db = New<NewsDb>();
        db.Add(new Tag { Slug = "tag", Name = name });
        await db.SaveAsync(Cancel);
    }

    public sealed class OnSqlite() : StoredValuesTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : StoredValuesTests(DatabaseEngine.Postgres);
}
