using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Jobs.Employers;

/// <summary>The files of logos; an imported one is a size of a picture of the media library.</summary>
internal sealed class LogoFiles(NewsDb db) : IFileHolder
{
    public Task<bool> NamesAsync(string file, CancellationToken cancel = default) =>
        // Stored as JSON text, in which the name of a file stands as it is.
        db.Set<Employer>().AnyAsync(employer => employer.Logo != null && ((string)(object)employer.Logo).Contains(file), cancel);

    public async Task FollowAsync(IReadOnlyList<string> former, Picture now, CancellationToken cancel = default)
    {
        foreach (var file in former)
        {
            foreach (var employer in await db.Set<Employer>().Where(employer => employer.Logo != null && ((string)(object)employer.Logo).Contains(file)).ToListAsync(cancel))
            {
                employer.Logo = now.AtLeast(employer.Logo!.Width);
                db.Note(employer);
            }
        }
    }
}
