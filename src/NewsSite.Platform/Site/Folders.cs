using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace NewsSite.Platform.Site;

/// <summary>Where the site keeps its files.</summary>
public static class Folders
{
    /// <summary>The absolute path of <see cref="SiteSettings.DataPath"/>; made when it is missing.</summary>
    public static string Data(IHostEnvironment environment, IOptions<SiteSettings> settings) =>
        Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, settings.Value.DataPath)).FullName;
}
