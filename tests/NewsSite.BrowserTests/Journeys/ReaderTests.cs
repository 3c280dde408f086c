using Microsoft.Playwright;
using NewsSite.BrowserTests.PageObjects;
using NewsSite.BrowserTests.Running;

namespace NewsSite.BrowserTests.Journeys;

public sealed class ReaderTests(Site site) : BrowserTest(site)
{
    [Fact]
    public async Task A_reader_goes_from_the_front_page_to_an_article_to_a_job_and_back()
    {
        var page = await OpenAsync(Window.Desk);
        var front = await FrontPage.OpenAsync(page);
        var title = await front.LeadTitleAsync();

        var article = await front.ReadLeadAsync();
        await Assertions.Expect(article.Title).ToHaveTextAsync(title);
        await ReadMoreAsync(article);
        await TurnAsync(article);

        var job = await article.TopJobs.OpenFirstAsync();
        var advert = await job.Title.InnerTextAsync();
        await job.ReadInAsync("nl");
        await Assertions.Expect(job.Title).ToHaveTextAsync(advert);
        Assert.Contains("/nl/jobs/", page.Url, StringComparison.Ordinal);

        await page.GoBackAsync();
        await page.GoBackAsync();
        await Assertions.Expect(article.Title).ToHaveTextAsync(title);
        Assert.Equal("en", await article.LanguageAsync());
    }

    private static async Task ReadMoreAsync(ArticlePage article)
    {
        await Assertions.Expect(article.Headlines).ToHaveCountAsync(20);
        var address = article.Page.Url;

        await article.ViewMore.ClickAsync();

        await Assertions.Expect(article.Headlines).ToHaveCountAsync(40);
        await Assertions.Expect(article.Headlines.Nth(20)).ToBeFocusedAsync();
        Assert.Equal(address, article.Page.Url);
        var days = await article.Page.Locator(".headlines-day").AllInnerTextsAsync();
        Assert.Equal(days.Distinct(), days);
    }

    private static async Task TurnAsync(ArticlePage article)
    {
        var jobs = article.TopJobs;
        await jobs.Next.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(jobs.Status).ToHaveTextAsync("Page 1 of 5");
        var first = await jobs.TitlesAsync();
        var place = await article.Page.EvaluateAsync<double>("scrollY");

        await jobs.Next.ClickAsync();

        await Assertions.Expect(jobs.Status).ToHaveTextAsync("Page 2 of 5");
        await Assertions.Expect(jobs.Next).ToBeFocusedAsync();
        Assert.Empty((await jobs.TitlesAsync()).Intersect(first));
        Assert.Equal(place, await article.Page.EvaluateAsync<double>("scrollY"), tolerance: 2);
        for (var number = 3; number <= 5; number++)
        {
            await jobs.Next.ClickAsync();
            await Assertions.Expect(jobs.Status).ToHaveTextAsync($"Page {number} of 5");
        }
        // At the end there is no next page: the focus goes to the way back, not to the top of the page.
        await Assertions.Expect(jobs.Previous).ToBeFocusedAsync();
        await Assertions.Expect(jobs.Next).ToHaveCountAsync(0);
    }
}
