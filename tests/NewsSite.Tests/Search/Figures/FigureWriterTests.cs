using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;
using NewsSite.Search.Figures;

namespace NewsSite.Tests.Search.Figures;

public sealed class FigureWriterTests
{
    [Fact]
    public async Task A_host_that_is_stopped_twice_writes_only_while_its_services_are_there()
    {
        var time = new SettableClock();
        var counter = new SearchCounter(new PaperClock(time, Options.Create(new SiteSettings())));
        var services = new ServiceCollection().BuildServiceProvider();
        var writer = new FigureWriter(counter, services.GetRequiredService<IServiceScopeFactory>(), time, NullLogger<FigureWriter>.Instance);
        await writer.StopAsync(TestContext.Current.CancellationToken);
        counter.Ask(SearchedIn.Paper, "tram", foundNothing: false);
        await services.DisposeAsync();

        await writer.StopAsync(TestContext.Current.CancellationToken);

        Assert.False(counter.Take().IsEmpty);
    }
}
