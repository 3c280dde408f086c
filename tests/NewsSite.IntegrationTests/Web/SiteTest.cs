using NewsSite.Platform.Database;

// What the program prints belongs to the test that started it.
[assembly: CaptureConsole]

namespace NewsSite.IntegrationTests.Web;

/// <summary>A story told over HTTP: what is written into <see cref="DatabaseTest.Paper"/> is read from <see cref="Site"/>.</summary>
public abstract class SiteTest(DatabaseEngine engine) : DatabaseTest(engine)
{
    private Site? _site;

    /// <summary>Started on first use, so that it opens with what was written before.</summary>
    protected Site Site => _site ??= new Site(Paper);

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_site is not null)
            await _site.DisposeAsync();
        await base.DisposeAsync();
    }
}
