using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Media;
using NewsSite.Newsroom.Publishing;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.StaticPages;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Paging;

namespace NewsSite.IntegrationTests.Newsroom.Media;

public abstract class MediaLibraryTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    private static readonly Editor An = new(1, "An");

    [Fact]
    public async Task Pictures_are_found_by_the_beginnings_of_words_whatever_their_case_and_accents()
    {
        await AddAsync("IMG_0001.jpg", words => words with { Caption = new LocalizedText(Language.French, "Le marché d’Écaussinnes"), Credit = "Zoë Peeters" });
        await AddAsync("IMG_0002.jpg", words => words with { Alt = new LocalizedText(Language.Dutch, "Tram 51 aan het Zuidstation"), Credit = "Belga" });

        Assert.Equal(["IMG_0001.jpg"], await FoundAsync("marche ecau"));
        Assert.Equal(["IMG_0001.jpg"], await FoundAsync("ZOE peet"));
        Assert.Equal(["IMG_0002.jpg"], await FoundAsync("zuid 51"));
        Assert.Equal(["IMG_0002.jpg", "IMG_0001.jpg"], await FoundAsync("img"));
        Assert.Equal(["IMG_0002.jpg", "IMG_0001.jpg"], await FoundAsync("  %_' "));
        Assert.Empty(await FoundAsync("tram marche"));
        // The middle of a word is not looked for.
        Assert.Empty(await FoundAsync("station"));
    }

    [Fact]
    public async Task Any_word_of_name_credit_alternative_text_and_caption_counts_in_three_languages()
    {
        var said = Language.All.ToDictionary(language => language.Code, language => string.Join(' ', Enumerable.Range(1, 40).Select(number => $"{language.Code}word{number * 7919}")));
        await AddAsync("zenne-canal_at-dawn.jpg", words => words with
        {
            Caption = new LocalizedText(said),
            Alt = new LocalizedText(said.ToDictionary(pair => pair.Key, pair => pair.Value.Replace("word", "alt", StringComparison.Ordinal)[..300])),
            Credit = "An Peeters/Belga",
        });

        foreach (var word in new[] { "zenne", "canal", "dawn", "peeters", "belga", "enword7919", "frword316760", "nlword316760", "fralt7919", $"nlalt{7919 * 20}" })
            Assert.Equal(["zenne-canal_at-dawn.jpg"], await FoundAsync(word));
    }

    [Fact]
    public async Task The_filters_show_what_wants_looking_after()
    {
        var today = new DateOnly(2026, 11, 22);
        Clock.Advance(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero) - Clock.Now);
        await AddAsync("ended", words => words with { RightsEnd = today.AddDays(-1) });
        await AddAsync("today", words => words with { RightsEnd = today });
        await AddAsync("soon", words => words with { RightsEnd = today.AddDays(30) });
        await AddAsync("later", words => words with { RightsEnd = today.AddDays(31), Alt = new LocalizedText(Language.French, "Un tram") });
        var db = New<NewsDb>();
        db.Add(new MediaItem { FileName = "awaited", CreatedAt = Clock.Now.AddDays(-1) });
        await db.SaveAsync(Cancel);

        Assert.Equal(["ended"], await FoundAsync("", MediaFilter.RightsEnded));
        Assert.Equal(["soon", "today"], await FoundAsync("", MediaFilter.RightsEndSoon));
        Assert.Equal(["soon", "today", "ended", "awaited"], await FoundAsync("", MediaFilter.NoAlt));
        Assert.Equal(["awaited"], await FoundAsync("", MediaFilter.NoFile));
        Assert.Equal(["later", "soon", "today", "ended"], (await New<MediaLibrary>().PageAsync(new MediaQuestion { WithFile = true }, 10, null, Cancel)).Items.Select(item => item.FileName));
        // At midnight of the paper's own day the last day is over.
        Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(["today", "ended"], await FoundAsync("", MediaFilter.RightsEnded));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repetition()
    {
        for (var i = 0; i < 7; i++)
        {
            if (i % 3 == 0)
                Clock.Advance(TimeSpan.FromMinutes(1));
            await New<MediaDesk>().AddAsync(Pictures.Of($"{i}", 200 + i, 100), Cancel);
        }
        var names = new List<string>();
        ListKey? before = null;
        while (await New<MediaLibrary>().PageAsync(new MediaQuestion(), 3, before, Cancel) is { Items.Count: > 0 } page)
        {
            names.AddRange(page.Items.Select(item => item.FileName));
            before = new ListKey(page.Items[^1].CreatedAt, page.Items[^1].Id);
            if (!page.HasMore)
                break;
        }
        Assert.Equal(["6", "5", "4", "3", "2", "1", "0"], names);
    }

    [Fact]
    public async Task Where_a_picture_is_used_follows_every_save()
    {
        var (hero, inText, author, page, unused) = (await AddAsync("hero"), await AddAsync("in text"), await AddAsync("author"), await AddAsync("page"), await AddAsync("unused"));
        await AddOthersAsync(author, page);
        var article = (await New<WritingDesk>().StartAsync(Language.English, await ContentAsync(hero, inText), An, Cancel)).ArticleId;

        Assert.Equal((MediaUseKind.WorkingCopy, article, true, false), await UseAsync(hero));
        Assert.Equal((MediaUseKind.WorkingCopy, article, false, true), await UseAsync(inText));
        Assert.Equal(MediaUseKind.Author, (await UseAsync(author)).Kind);
        Assert.Equal(MediaUseKind.Page, (await UseAsync(page)).Kind);
        Assert.Equal(["unused"], await FoundAsync("", MediaFilter.Unused));

        await New<WritingDesk>().PublishAsync(article, Publication.Update, An, Cancel);
        Assert.Equal((MediaUseKind.Published, article, true, false), await UseAsync(hero));
        Assert.Equal(1, (await New<MediaUses>().OfAsync(hero, Cancel)).ShownToReaders);

        // Another hero is written: the old one is still with readers, and the new one in the copy only.
        var copy = (await New<WritingDesk>().OpenAsync(article, Cancel))!;
        copy = (await New<WritingDesk>().SaveAsync(article, copy.Revision, await ContentAsync(unused, inText), An, Cancel))!.Copy;
        Assert.Equal((MediaUseKind.Published, article, true, false), await UseAsync(hero));
        Assert.Equal((MediaUseKind.WorkingCopy, article, true, false), await UseAsync(unused));
        copy = (await New<WritingDesk>().SaveAsync(article, copy.Revision, await ContentAsync(unused, unused), An, Cancel))!.Copy;
        Assert.Equal((MediaUseKind.WorkingCopy, article, true, true), await UseAsync(unused));

        await New<WritingDesk>().PublishAsync(article, Publication.Update, An, Cancel);
        Assert.Equal((MediaUseKind.OlderVersion, article, true, false), await UseAsync(hero));
        Assert.Equal((MediaUseKind.Published, article, true, true), await UseAsync(unused));
        Assert.Empty(await FoundAsync("", MediaFilter.Unused));

        var db = New<NewsDb>();
        var found = await db.Set<Article>().SingleAsync(other => other.Id == article, Cancel);
        found.Hold(ArticleState.Unpublished);
        await db.SaveAsync(Cancel);
        Assert.Equal(MediaUseKind.Unpublished, (await UseAsync(unused)).Kind);
        Assert.Equal(0, (await New<MediaUses>().OfAsync(unused, Cancel)).ShownToReaders);
    }

    [Fact]
    public async Task Readers_see_an_article_without_the_picture_that_was_deleted()
    {
        var (hero, inText) = (await AddAsync("hero"), await AddAsync("in text"));
        var article = (await New<WritingDesk>().StartAsync(Language.English, await ContentAsync(hero, inText), An, Cancel)).ArticleId;
        await New<WritingDesk>().PublishAsync(article, Publication.Update, An, Cancel);
        foreach (var id in new[] { hero, inText })
            await New<MediaDesk>().DeleteAsync(id, (await New<MediaLibrary>().FindAsync(id, Cancel))!.Version, Cancel);

        var shown = (await New<ArticleReader>().FindAsync(article, Cancel)).Article!;
        Assert.All(shown.Media.Values, item => Assert.Empty(item.In(Language.English).Renditions));
        Assert.Null(Assert.Single((await New<PublishedArticles>().LatestAsync(Language.English, 5, null, Cancel)).Items).Picture);
        Assert.Equal(2, shown.Media.Count);
    }

    [Fact]
    public async Task Who_publishes_is_told_of_pictures_whose_rights_have_ended_or_that_are_gone()
    {
        var ended = await AddAsync("ended.jpg", words => words with { Alt = new LocalizedText(Language.English, "A tram"), RightsEnd = new DateOnly(2020, 1, 1) });
        var gone = await AddAsync("gone.jpg");
        await New<MediaDesk>().DeleteAsync(gone, (await New<MediaLibrary>().FindAsync(gone, Cancel))!.Version, Cancel);

        var remarks = await New<PublicationCheck>().RemarksAsync(new ArticleText { Title = "Trams", HeroId = ended, Body = Showing(gone) }, Language.English, Cancel);

        Assert.Equal([new PublicationRemark(PublicationWarning.PictureRightsEnded, "ended.jpg"), new PublicationRemark(PublicationWarning.PictureMissing, "gone.jpg")], remarks);
    }

    private async Task<(MediaUseKind Kind, long Id, bool IsHero, bool IsInBody)> UseAsync(long media)
    {
        var use = Assert.Single((await New<MediaUses>().OfAsync(media, Cancel)).Items);
        return (use.Kind, use.Id, use.IsHero, use.IsInBody);
    }

    private async Task<IEnumerable<string>> FoundAsync(string words, MediaFilter filter = MediaFilter.All) =>
        (await New<MediaLibrary>().PageAsync(new MediaQuestion { Words = words, Filter = filter }, 10, null, Cancel)).Items.Select(item => item.FileName);

    private async Task<long> AddAsync(string name, Func<MediaWords, MediaWords>? describe = null)
    {
        var item = await New<MediaDesk>().AddAsync(Pictures.Of(name), Cancel);
        if (describe is not null)
            await New<MediaDesk>().DescribeAsync(item.Id, item.Version, describe(new MediaWords()), Cancel);
        return item.Id;
    }

    private async Task AddOthersAsync(long author, long page)
    {
        var db = New<NewsDb>();
        db.Add(new Author { Slug = "an", Name = "An", PortraitId = author });
        db.Add(new StaticPage { Slug = "about", Language = "en", Title = "About", Body = Showing(page), ModifiedAt = Clock.Now });
        await db.SaveAsync(Cancel);
    }

    private async Task<ArticleContent> ContentAsync(long hero, long inText)
    {
        var db = New<NewsDb>();
        var section = await db.Set<Section>().FirstOrDefaultAsync(Cancel);
        if (section is null)
        {
            section = new Section { Slug = "city", Name = new LocalizedText(Language.English, "City") };
            db.Add(section);
            await db.SaveAsync(Cancel);
        }
        return new ArticleContent { Text = new ArticleText { Title = "Trams", HeroId = hero, Body = Showing(inText) }, SectionId = section.Id };
    }

    private static BlockDocument Showing(long media) => BlockDocument.Of([Block.Paragraph("Look:"), new Block("picture").With("media", media)]);

    public sealed class OnSqlite() : MediaLibraryTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : MediaLibraryTests(DatabaseEngine.Postgres);
}
