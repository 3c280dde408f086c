using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsSite.Jobs.Applications.Cvs;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;

namespace NewsSite.Jobs.Applications;

/// <summary>Where the CVs lie: one file for one application, written before its row and deleted after it.</summary>
public sealed class CvShelf(PrivateFiles files, NewsDb db)
{
    internal const string Folder = "applications";

    internal Task<string> KeepAsync(CvFile cv, CancellationToken cancel) => files.KeepAsync(cv.Content, CvFile.Extension(cv.Type), cancel);

    internal void Remove(string file) => files.Remove(file);

    /// <summary>The path of an application's CV; null: none was sent.</summary>
    public string? Find(Application application) => application.HasCv ? files.Find(application.CvFile) : null;

    /// <summary>For what is put together of them before it is sent.</summary>
    internal FileStream OpenPassing() => files.OpenPassing();

    /// <summary>Deletes what no application names: the program ended between file and row, or between row and file.</summary>
    /// <returns>How many.</returns>
    public Task<int> SweepAsync(CancellationToken cancel = default) => files.SweepAsync(async names =>
        (await db.Set<Application>().Where(application => names.Contains(application.CvFile)).Select(application => application.CvFile).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal), cancel);
}

/// <summary>Sweeps once when the program starts, beside whatever else it does.</summary>
internal sealed class CvSweep(IServiceScopeFactory scopes) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CvShelf>().SweepAsync(stoppingToken);
    }
}
