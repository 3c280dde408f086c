using System.Diagnostics;
using System.Text.RegularExpressions;
using NewsSite.BrowserTests.Running;
using NewsSite.Tests;

namespace NewsSite.BrowserTests.Checks;

public sealed partial class MarkupTests(Site site)
{
    public static TheoryData<string> Pages => Addresses.All;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_attribute_is_there_for_nothing(string name)
    {
        Assert.SkipWhen(Site.Missing is not null, Site.Missing ?? "");

        Assert.DoesNotMatch(Empty(), await HtmlAsync(name));
    }

    [Fact]
    public async Task The_Nu_checker_has_nothing_to_say()
    {
        Assert.SkipWhen(Site.Missing is not null, Site.Missing ?? "");
        var checker = Repository.PathOf("tests", "NewsSite.BrowserTests", "Checkers", "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
        Assert.SkipUnless(File.Exists(checker), "The Nu checker is not here (npm ci in tests/NewsSite.BrowserTests/Checkers; tests/run.sh does it)");
        Assert.SkipUnless(HasJava(), "Java is not here, which the Nu checker needs");
        var folder = Directory.CreateTempSubdirectory("newssite-markup-");
        try
        {
            foreach (var name in Pages.Select(row => row.Data))
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, Uri.EscapeDataString(name) + ".html"), await HtmlAsync(name), TestContext.Current.CancellationToken);

            using var java = Process.Start(new ProcessStartInfo("java") { ArgumentList = { "-jar", checker, "--format", "gnu", folder.FullName }, RedirectStandardError = true, UseShellExecute = false })!;
            var said = await java.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await java.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal("", said);
            Assert.Equal(0, java.ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string> HtmlAsync(string name)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(site.Demo + await Addresses.OfAsync(site, name));
        return await answer.Content.ReadAsStringAsync();
    }

    private static bool HasJava() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "java")));

    /// <summary>An alt may be empty: the picture then says nothing that the words do not. So may the value of a choice and the words of a list: nothing was asked for.</summary>
    [GeneratedRegex("""\s(?!alt=|value=|data-words=)[a-z-]+=""(?=[\s>])""")]
    private static partial Regex Empty();
}
