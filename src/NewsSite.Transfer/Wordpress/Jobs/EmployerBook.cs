using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Export;
using NewsSite.Transfer.Wordpress.Html;
using NewsSite.Transfer.Wordpress.Terms;

namespace NewsSite.Transfer.Wordpress.Jobs;

/// <summary>Employers by the company's name, and job categories by slug: those that are here, and new ones for the rest. A write must be open.</summary>
internal sealed class EmployerBook(NewsDb db, PaperClock clock, ImportRun run)
{
    private const int LogoWidth = 200;

    private readonly Dictionary<string, Employer> _employers = [];
    private readonly Dictionary<string, Category> _categories = [];

    /// <summary>Lets go of what the finished batch has loaded.</summary>
    public void Forget()
    {
        _employers.Clear();
        _categories.Clear();
    }

    public async Task<Employer> OfAsync(WxrItem item, ImportReport report)
    {
        var name = HtmlText.Cut(HtmlText.OneLine(item.Field("_company_name")), 200);
        if (name.Length == 0)
        {
            name = HtmlText.OneLine(run.Survey.Site.Title) is { Length: > 0 } title ? HtmlText.Cut(title, 200) : "Unknown";
            report.Note("Jobs whose terms could not be read", $"no company: filed under “{name}”", HtmlText.OneLine(item.Title));
        }
        var slug = Slug.From(name);
        if (!_employers.TryGetValue(slug, out var employer))
        {
            employer = await db.Set<Employer>().SingleOrDefaultAsync(other => other.Slug == slug, run.Cancel);
            if (employer is null)
            {
                employer = new Employer
                {
                    Slug = slug,
                    Name = name,
                    About = HtmlText.OneLine(item.Field("_company_tagline")),
                    Language = run.Language.Code,
                    Website = item.Field("_company_website").Trim() is var site && Link.IsWeb(site) ? site : "",
                    CreatedAt = clock.Now,
                };
                db.Add(employer);
                db.Note(employer);
                report.Count("employers", new ImportTally { New = 1 });
            }
            _employers[slug] = employer;
        }
        await BringLogoAsync(employer, item);
        return employer;
    }

    /// <summary>The job's featured picture is the company's logo; a later run with the files may bring it.</summary>
    public async Task BringLogoAsync(Employer employer, WxrItem item)
    {
        if (employer.Logo is not null || !long.TryParse(item.Field(WxrFields.Thumbnail), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || run.Attachments.Find(id, []) is not { } media)
            return;
        var picture = await db.Set<MediaItem>().AsNoTracking().SingleOrDefaultAsync(other => other.Id == media, run.Cancel);
        if (picture is not { Renditions.Count: > 0 })
            return;
        employer.Logo = picture.In(run.Language).AtLeast(LogoWidth);
        db.Note(employer);
    }

    public async Task<Category> CategoryAsync(WxrTerm term, ImportReport report)
    {
        var slug = TermImport.SlugOf(term);
        if (_categories.TryGetValue(slug, out var known))
            return known;
        var category = await db.Set<Category>().SingleOrDefaultAsync(other => other.Slug == slug, run.Cancel);
        if (category is null)
        {
            category = new Category
            {
                Slug = slug,
                Name = new LocalizedText(run.Language, TermImport.NameOf(term)),
                Position = 1 + (await db.Set<Category>().MaxAsync(other => (int?)other.Position, run.Cancel) ?? -1),
            };
            db.Add(category);
            db.Note(category);
            report.Count("job categories", new ImportTally { New = 1 });
        }
        return _categories[slug] = category;
    }
}
