using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Employers;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Newsroom.Media;

public abstract class MediaDeskTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly MediaWords SomeWords = new()
    {
        Alt = new LocalizedText(Language.English, "A tram on the quay"),
        Caption = new LocalizedText(Language.Dutch, "Een tram aan de kaai"),
        Credit = "An Peeters",
        Rights = "Once, in print and online",
        RightsEnd = new DateOnly(2027, 1, 31),
        Focus = new Focus(20, 80),
    };

    [Fact]
    public async Task A_picture_is_kept_in_all_its_sizes()
    {
        var item = await New<MediaDesk>().AddAsync(Pictures.Of("tram.jpg", 4000, 2667), Cancel);

        var kept = (await New<MediaLibrary>().FindAsync(item.Id, Cancel))!;
        Assert.Equal([(320, 213), (640, 427), (960, 640), (1280, 853), (1920, 1280)], kept.Renditions.Select(rendition => (rendition.Width, rendition.Height)));
        Assert.Equal(("tram.jpg", true, true, false), (kept.FileName, kept.HasFile, kept.LacksAlt, kept.LacksSizes));
        Assert.Equal(kept.Renditions.Select(rendition => rendition.File).Order(StringComparer.Ordinal), Pictures.Files(Paper));
        Assert.Equal(["add picture tram.jpg"], await TrailAsync());
    }

    [Fact]
    public async Task A_replaced_picture_changes_the_logos_that_are_sizes_of_it()
    {
        var item = await New<MediaDesk>().AddAsync(Pictures.Of("stib.jpg"), Cancel);
        var other = await New<MediaDesk>().AddAsync(Pictures.Of("delhaize.jpg", 640, 640), Cancel);
        var db = New<NewsDb>();
        db.AddRange(
            new Employer { Slug = "stib", Name = "STIB", CreatedAt = Clock.Now, Logo = item.Renditions[0] },
            new Employer { Slug = "delhaize", Name = "Delhaize", CreatedAt = Clock.Now, Logo = other.Renditions[0] });
        await db.SaveAsync(Cancel);

        var replaced = (await New<MediaDesk>().ReplaceAsync(item.Id, item.Version, Pictures.Of("stib-new.jpg", 800, 800), Cancel))!.Item;

        var logos = await New<NewsDb>().Set<Employer>().ToDictionaryAsync(employer => employer.Slug, employer => employer.Logo, Cancel);
        Assert.Contains(logos["stib"], replaced.Renditions);
        Assert.Equal(other.Renditions[0], logos["delhaize"]);
        Assert.Contains(await New<NewsDb>().Set<Change>().ToListAsync(Cancel), change => change.Kind == "employer");
    }

    [Fact]
    public async Task What_is_said_about_it_is_kept_and_the_trail_says_what_changed()
    {
        var item = await New<MediaDesk>().AddAsync(Pictures.Of("tram.jpg"), Cancel);

        var changed = await New<MediaDesk>().DescribeAsync(item.Id, item.Version, SomeWords, Cancel);

        var kept = (await New<MediaLibrary>().FindAsync(item.Id, Cancel))!;
        Assert.False(changed!.IsConflict);
        Assert.Equal(SomeWords, MediaWords.Of(kept));
        Assert.Equal((item.Version + 1, false, new Focus(20, 80)), (kept.Version, kept.LacksAlt, kept.In(Language.English).Focus));
        var entry = await Paper.New<NewsDb>().Set<AuditEntry>().SingleAsync(entry => entry.Verb == "edit picture", Cancel);
        Assert.Contains("""
            "focal point":["50 50","20 80"]
            """.Trim(), entry.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_change_writes_nothing()
    {
        var item = await New<MediaDesk>().AddAsync(Pictures.Of("tram.jpg"), Cancel);
        await New<MediaDesk>().DescribeAsync(item.Id, item.Version, SomeWords, Cancel);
        var files = Pictures.Files(Paper);

        var edited = await New<MediaDesk>().DescribeAsync(item.Id, item.Version, new MediaWords(), Cancel);
        var replaced = await New<MediaDesk>().ReplaceAsync(item.Id, item.Version, Pictures.Of("bus.jpg", 800, 800), Cancel);
        var deleted = await New<MediaDesk>().DeleteAsync(item.Id, item.Version, Cancel);

        Assert.All([edited, replaced, deleted], changed => Assert.True(changed!.IsConflict));
        Assert.Equal(SomeWords, MediaWords.Of((await New<MediaLibrary>().FindAsync(item.Id, Cancel))!));
        Assert.Equal(files, Pictures.Files(Paper));
    }

    [Fact]
    public async Task Of_two_who_change_it_in_the_same_moment_one_is_told()
    {
        var item = await New<MediaDesk>().AddAsync(Pictures.Of("tram.jpg"), Cancel);

        var changes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            New<MediaDesk>().DescribeAsync(item.Id, item.Version, SomeWords with { Credit = $"Number {i}" }, Cancel), Cancel)));

        Assert.Equal(1, changes.Count(change => !change!.IsConflict));
    }

    [Fact]
    public async Task A_replaced_picture_keeps_its_words_and_its_old_files_until_it_is_deleted()
    {
        var item = await New<MediaDesk>().AddAsync(Pictures.Of("tram.jpg"), Cancel);
        var described = (await New<MediaDesk>().DescribeAsync(item.Id, item.Version, SomeWords, Cancel))!.Item;

        var replaced = (await New<MediaDesk>().ReplaceAsync(item.Id, described.Version, Pictures.Of("bus.jpg", 800, 800), Cancel))!.Item;

        var kept = (await New<MediaLibrary>().FindAsync(item.Id, Cancel))!;
        Assert.Equal(("bus.jpg", 800, SomeWords with { Focus = Focus.Centre }), (kept.FileName, kept.Renditions[^1].Height, MediaWords.Of(kept)));
        Assert.Equal(6, Pictures.Files(Paper).Count);

        await New<MediaDesk>().DeleteAsync(item.Id, replaced.Version, Cancel);
        var gone = (await New<MediaLibrary>().FindAsync(item.Id, Cancel))!;
        Assert.Equal((false, (DateTimeOffset?)Clock.Now), (gone.HasFile, gone.DeletedAt));
        Assert.Empty(Pictures.Files(Paper));
        Assert.Empty((await New<MediaLibrary>().PageAsync(new MediaQuestion(), 10, null, Cancel)).Items);
        Assert.Equal(["add picture tram.jpg", "edit picture tram.jpg", "replace picture bus.jpg", "delete picture bus.jpg"], await TrailAsync());
    }

    [Fact]
    public async Task A_file_that_another_picture_shows_too_stays()
    {
        var one = await New<MediaDesk>().AddAsync(Pictures.Of("tram.jpg"), Cancel);
        var two = await New<MediaDesk>().AddAsync(Pictures.Of("the same.jpg"), Cancel);
        Assert.Equal(3, Pictures.Files(Paper).Count);

        await New<MediaDesk>().DeleteAsync(one.Id, one.Version, Cancel);
        Assert.Equal(3, Pictures.Files(Paper).Count);
        await New<MediaDesk>().DeleteAsync(two.Id, two.Version, Cancel);
        Assert.Empty(Pictures.Files(Paper));
    }

    [Fact]
    public async Task A_file_is_kept_when_it_comes_and_goes_in_the_same_moment()
    {
        for (var round = 0; round < 10; round++)
        {
            var old = await New<MediaDesk>().AddAsync(Pictures.Of("old.jpg"), Cancel);

            var added = Task.Run(() => New<MediaDesk>().AddAsync(Pictures.Of("new.jpg"), Cancel), Cancel);
            await Task.WhenAll(added, Task.Run(() => New<MediaDesk>().DeleteAsync(old.Id, old.Version, Cancel), Cancel));

            var item = await added;
            Assert.Equal(item.Renditions.Select(rendition => rendition.File).Order(StringComparer.Ordinal), Pictures.Files(Paper));
            await New<MediaDesk>().DeleteAsync(item.Id, item.Version, Cancel);
        }
    }

    [Fact]
    public async Task An_imported_picture_is_given_the_sizes_that_are_made_of_it_and_no_others()
    {
        var whole = await New<MediaDesk>().AddAsync(CheckedPicture.Whole("tram.jpg", NewsSite.Tests.Platform.Files.Pictures.PictureSamples.Clean("jpg", 2400, 1600)), Cancel);
        Assert.Equal(whole.Id, Assert.Single(await New<MediaLibrary>().LackingSizesAsync([], 20, Cancel)).Id);
        Assert.Empty(await New<MediaLibrary>().LackingSizesAsync([whole.Id], 20, Cancel));

        await Assert.ThrowsAsync<MediaRefusedException>(() => New<MediaDesk>().CompleteAsync(whole.Id, Pictures.Of("sizes", 2400, 2400), Cancel));
        Assert.Single(Pictures.Files(Paper));
        await New<MediaDesk>().CompleteAsync(whole.Id, Pictures.Of("sizes", 2400, 1600), Cancel);

        var kept = (await New<MediaLibrary>().FindAsync(whole.Id, Cancel))!;
        Assert.Equal([320, 640, 960, 1280, 1920], kept.Renditions.Select(rendition => rendition.Width));
        Assert.Equal(("tram.jpg", 0, whole.Renditions[0].File), (kept.FileName, await New<MediaLibrary>().CountLackingSizesAsync([], Cancel), Assert.Single(kept.FormerFiles)));
        // A second browser was as quick: nothing is lost.
        Assert.Equal(kept.Renditions, (await New<MediaDesk>().CompleteAsync(whole.Id, Pictures.Of("sizes", 2400, 1600), Cancel))!.Renditions);
        Assert.Equal(6, Pictures.Files(Paper).Count);
    }

    private async Task<IReadOnlyList<string>> TrailAsync() =>
        await Paper.New<NewsDb>().Set<AuditEntry>().OrderBy(entry => entry.Id).Select(entry => entry.Verb + " " + entry.Thing).ToListAsync(Cancel);

    public sealed class OnSqlite() : MediaDeskTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : MediaDeskTests(DatabaseEngine.Postgres);
}
