using System.Globalization;
using Microsoft.Extensions.Options;
using NewsSite.Jobs.Categories;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Bylines;
using NewsSite.Newsroom.Profile;
using NewsSite.Newsroom.Sections;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Web.Pages;

/// <summary>What stands around every reader page: the paper's name, its date, sections, headlines and footer.</summary>
public sealed record Frame
{
    /// <summary>The generation before anything here was read; empty where nothing was.</summary>
    public required string Generation { get; init; }
    public required string SiteName { get; init; }

    /// <summary>Stands where the name would; null: the name does.</summary>
    public Picture? Logo { get; init; }
    public required Language Language { get; init; }
    public required PaperClock Clock { get; init; }
    public required SectionTree Sections { get; init; }

    /// <summary>The top sections in which readers of the language find something.</summary>
    public required IReadOnlyList<Section> Menu { get; init; }
    public required AuthorDirectory Authors { get; init; }
    public required IReadOnlyDictionary<string, Category> JobCategories { get; init; }

    /// <summary>The newest headlines of the language.</summary>
    public required IReadOnlyList<ArticleCard> Headlines { get; init; }
    public required Navigation Navigation { get; init; }
    public required PaperProfile Profile { get; init; }

    public CultureInfo Culture => Language.Culture;

    public DateOnly Today => Clock.Today;
}

/// <summary>Puts the frame together; every part is remembered for one generation.</summary>
public sealed class FrameMaker(
    SectionMenu sections, Authors authors, Headlines headlines, PaperFace face, CategoryList categories, FrameSettings settings)
{
    public async ValueTask<Frame> MakeAsync(Language language)
    {
        var generation = settings.Generation;
        var profile = await face.ProfileAsync();
        return new Frame
        {
            Generation = generation,
            SiteName = profile.Name.Length > 0 ? profile.Name : settings.SiteName,
            Logo = profile.LogoPicture,
            Language = language,
            Clock = settings.Clock,
            Sections = await sections.TreeAsync(),
            Menu = await sections.TopAsync(language),
            Authors = await authors.DirectoryAsync(),
            JobCategories = await categories.BySlugAsync(),
            Headlines = await headlines.NewestAsync(language),
            Navigation = await face.NavigationAsync(language),
            Profile = profile,
        };
    }

    /// <summary>The frame without what comes from the database.</summary>
    public Frame MakeBare(Language language) => new()
    {
        Generation = "",
        SiteName = settings.SiteName,
        Language = language,
        Clock = settings.Clock,
        Sections = SectionTree.Empty,
        Menu = [],
        Authors = AuthorDirectory.Empty,
        JobCategories = new Dictionary<string, Category>(),
        Headlines = [],
        Navigation = Navigation.Empty,
        Profile = PaperProfile.Empty,
    };
}

/// <summary>The parts of the frame that come from no table. The name is that of the settings file: <see cref="FindSiteFace"/> knows the one that counts.</summary>
public sealed class FrameSettings(IOptions<SiteSettings> settings, PaperClock clock, Generation generation)
{
    public string Generation => generation.Current;

    public string SiteName => settings.Value.Name;

    public PaperClock Clock => clock;
}
