using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;

namespace NewsSite.Jobs.Employers;

/// <summary>An employer whose logo is one of the files that were asked for.</summary>
public sealed record LogoUse(string Slug, string Name);

/// <summary>Which employers have a picture of the media library as their logo; an import takes them from there.</summary>
public sealed class PictureLogos(NewsDb db)
{
    private const int MaxListed = 50;

    public async Task<IReadOnlyList<LogoUse>> OfAsync(IEnumerable<string> files, CancellationToken cancel = default)
    {
        var found = new List<LogoUse>();
        foreach (var file in files.Distinct())
        {
            // Stored as JSON text, in which the name of a file stands as it is.
            found.AddRange(await db.Set<Employer>().Where(employer => employer.Logo != null && ((string)(object)employer.Logo).Contains(file))
                .OrderBy(employer => employer.Id).Select(employer => new LogoUse(employer.Slug, employer.Name)).Take(MaxListed).ToListAsync(cancel));
        }
        return [.. found.Distinct().Take(MaxListed)];
    }
}
