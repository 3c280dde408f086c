using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Employers;

/// <summary>What is done with companies.</summary>
public sealed class EmployerDesk(NewsDb db, PaperClock clock, AuditTrail audit)
{
    public const int LongestName = 120;

    /// <summary>A new company with its first owner, inside the caller's write; both have ids afterwards.</summary>
    public async Task<Employer> FoundAsync(string name, Language language, long owner, CancellationToken cancel = default)
    {
        var employer = new Employer { Name = name, Slug = await FreeSlugAsync(name, cancel), Language = language.Code, CreatedAt = clock.Now };
        db.Add(employer);
        await db.SaveChangesAsync(cancel);
        db.Add(new EmployerMember { EmployerId = employer.Id, UserId = owner, Role = EmployerRole.Owner, JoinedAt = clock.Now });
        db.Note(employer);
        audit.Note(new AuditNote { Verb = "found company", Kind = "employer", Id = employer.Id, Thing = employer.Name });
        return employer;
    }

    /// <summary>The name's own address, or with the next number behind it.</summary>
    private async Task<string> FreeSlugAsync(string name, CancellationToken cancel)
    {
        var slug = Slug.From(name);
        var taken = (await db.Set<Employer>().Where(employer => employer.Slug.StartsWith(slug)).Select(employer => employer.Slug).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        return taken.Contains(slug)
            ? Enumerable.Range(2, taken.Count + 1).Select(number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{slug}-{number}")).First(free => !taken.Contains(free))
            : slug;
    }
}
