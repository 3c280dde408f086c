using System.Net;
using System.Text.RegularExpressions;

namespace NewsSite.Benchmarks;

/// <summary>Finds pages of a running site the way a reader does: by their links.</summary>
internal sealed partial class SitePages(RunningSite site)
{
    public async Task<byte[]> ReadAsync(string path)
    {
        using var answer = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadAsByteArrayAsync()
            : throw new InvalidOperationException($"{path} answers {(int)answer.StatusCode}");
    }

    /// <summary>The addresses of articles spread over all that there are: an id alone is sent on to the address.</summary>
    public async Task<IReadOnlyList<string>> ArticlesAsync(int lastId, int count)
    {
        var found = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var id = 1 + (int)((long)i * lastId / count);
            using var answer = await site.Client.GetAsync(new Uri($"/news/-/{id}/-", UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.MovedPermanently)
                found.Add(answer.Headers.Location!.OriginalString);
        }
        return found.Count > 0 ? found : throw new InvalidOperationException("the paper has no articles");
    }

    /// <summary>The first section of the menu.</summary>
    public async Task<string> SectionAsync() => (await LinksAsync("/", SectionLink()))[0];

    public async Task<string> JobAsync() => (await LinksAsync("/jobs", JobLink()))[0];

    /// <summary>Of all lists of a kind that these pages link to, the one whose page is largest: papers of any size have a full one.</summary>
    public async Task<string> FullestAsync(IEnumerable<string> pages, string kind)
    {
        var lists = new Dictionary<string, int>();
        foreach (var page in pages)
        {
            foreach (var list in (await LinksAsync(page, ListLink())).Where(list => list.StartsWith($"/{kind}/", StringComparison.Ordinal) && !lists.ContainsKey(list)))
                lists.Add(list, (await ReadAsync(list)).Length);
        }
        return lists.Count > 0 ? lists.MaxBy(list => list.Value).Key : throw new InvalidOperationException($"no page links to /{kind}/");
    }

    /// <summary>The last link "Older" of a list, some pages on.</summary>
    public async Task<string> OlderAsync(string list, int pages)
    {
        for (var i = 0; i < pages; i++)
            list = (await LinksAsync(list, OlderLink()))[0];
        return list;
    }

    public async Task<IReadOnlyList<string>> LinksAsync(string page, Regex link)
    {
        var html = System.Text.Encoding.UTF8.GetString(await ReadAsync(page));
        var found = link.Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct().ToList();
        return found.Count > 0 ? found : throw new InvalidOperationException($"{page} has no link like {link}");
    }

    [GeneratedRegex("href=\"(/news/[a-z0-9-]+)\"")]
    private static partial Regex SectionLink();

    [GeneratedRegex("href=\"(/jobs/[0-9]+/[^\"]+)\"")]
    private static partial Regex JobLink();

    [GeneratedRegex("href=\"(/(?:tags|authors|employers)/[^\"/]+)\"")]
    private static partial Regex ListLink();

    [GeneratedRegex("rel=\"next\" href=\"(/[^\"]+before=[^\"]+)\"")]
    private static partial Regex OlderLink();
}
