using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Scheduling;
using NewsSite.Search.Following;

namespace NewsSite.IntegrationTests.Web;

/// <summary>
/// The whole program in this process, as Program.cs composes it, over a paper's database and with the paper's clock. Tests
/// write through the paper, beside the running site, as the command line or another node would.
/// </summary>
public sealed class Site : IAsyncDisposable
{
    /// <summary>What pages, feeds and mails must say, whatever the Host header says.</summary>
    public const string PublicUrl = "https://news.example";

    private readonly Program _program;
    private readonly HttpClient _client;
    private readonly Paper _paper;

    /// <param name="settings">Beside those of the paper.</param>
    public Site(Paper paper, params IEnumerable<(string Key, string Value)> settings)
    {
        _paper = paper;
        _program = new Program(paper, settings);
        _client = _program.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri(PublicUrl) });
    }

    public IServiceProvider Services => _program.Services;

    public Task<Answer> GetAsync(string path, params IEnumerable<(string Name, string Value)> headers) => SendAsync(HttpMethod.Get, path, headers);

    public async Task<Answer> SendAsync(HttpMethod method, string path, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    /// <summary>Sends a form, as browsers do.</summary>
    public async Task<Answer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    /// <summary>Sends a body, as scripts do.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent content, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }

    /// <summary>A page that must be there.</summary>
    public async Task<Answer> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        Assert.True(answer.Status == 200, $"{path} answers {answer.Status} {answer.Location}");
        return answer;
    }

    /// <summary>Lets the site see what was written beside it, and a moment pass: a generation moves at most once a second.</summary>
    public async Task FollowAsync()
    {
        await PassAsync(TimeSpan.FromSeconds(2));
        await Services.GetRequiredService<ChangeFollower>().CatchUpAsync(TestContext.Current.CancellationToken);
        await Services.GetRequiredService<IndexKeeper>().CatchUpAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Moves the clock; the site looks at it every 50 ms.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        _paper.Clock.Advance(time);
        await Task.Delay(60, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _program.DisposeAsync();
    }

    private sealed class Program(Paper paper, IEnumerable<(string Key, string Value)> settings) : WebApplicationFactory<global::Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(Environments.Production);
            builder.UseSetting("Site:PublicUrl", PublicUrl);
            builder.UseSetting("Logging:LogLevel:Default", "Error");
            foreach (var (key, value) in paper.Settings)
                builder.UseSetting(key, value);
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.UseStaticWebAssets();
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(paper.Clock);
                // Mails stay in the outbox, where a test reads them; what runs by itself runs when a test says so.
                foreach (var worker in services.Where(worker => IsOutboxWorker(worker) || IsScheduler(worker)).ToList())
                    services.Remove(worker);
            });
        }

        private static bool IsScheduler(ServiceDescriptor service) =>
            service.ServiceType == typeof(IHostedService)
            && (service.ImplementationType == typeof(MissedTasks) || (service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType)?.Assembly == typeof(Quartz.IScheduler).Assembly);

        private static bool IsOutboxWorker(ServiceDescriptor service) =>
            service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.DeclaringType?.DeclaringType == typeof(MailRegistration);
    }
}
