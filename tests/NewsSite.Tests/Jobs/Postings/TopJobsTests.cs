using NewsSite.Jobs.Postings;

namespace NewsSite.Tests.Jobs.Postings;

public sealed class TopJobsTests
{
    private const int SlotsOfADay = 144;
    private const long Today = 2_939_472;

    public static TheoryData<int> Sizes => [.. Enumerable.Range(1, 40), 72, 143, 144, 145, 500];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Over_a_day_each_leads_equally_often_give_or_take_one(int size)
    {
        var groups = new TopJobsGroups(Cards(1, size, "it"), []);

        var leads = Enumerable.Range(0, SlotsOfADay).Select(slot => TopJobs.Arrange(groups, [], Today + slot)[0].Id)
            .GroupBy(id => id).ToDictionary(group => group.Key, group => group.Count());

        Assert.All(groups.Top, job => Assert.InRange(leads.GetValueOrDefault(job.Id), SlotsOfADay / size, (SlotsOfADay + size - 1) / size));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Each_group_turns_by_itself_and_each_leads_its_group(int size)
    {
        var groups = new TopJobsGroups([.. Cards(1, size, "it"), .. Cards(1001, size + 1, "care")], Cards(2001, size + 2, null));
        var starts = new[] { 0, size, size + size + 1 };
        var sizes = new[] { size, size + 1, size + 2 };

        foreach (var (start, length) in starts.Zip(sizes))
        {
            var leads = Enumerable.Range(0, SlotsOfADay).Select(slot => TopJobs.Arrange(groups, ["it"], Today + slot)[start].Id).GroupBy(id => id).ToList();

            Assert.Equal(Math.Min(length, SlotsOfADay), leads.Count);
            Assert.True(leads.Max(lead => lead.Count()) - leads.Min(lead => lead.Count()) <= 1);
        }
    }

    [Fact]
    public void What_fits_the_section_comes_first_then_the_other_top_jobs_then_the_newest()
    {
        var groups = new TopJobsGroups([.. Cards(1, 3, "care"), .. Cards(11, 2, "it"), .. Cards(21, 1, null)], Cards(31, 4, "it"));
        for (var slot = Today; slot < Today + 10; slot++)
        {
            var order = TopJobs.Arrange(groups, ["it", "law"], slot).Select(job => job.Id).ToList();

            Assert.Equal([11, 12], order[..2].Order());
            Assert.Equal([1, 2, 3, 21], order[2..6].Order());
            Assert.Equal([31, 32, 33, 34], order[6..].Order());
        }
    }

    [Fact]
    public void Every_job_stands_there_once_and_neighbours_stay_neighbours()
    {
        var groups = new TopJobsGroups(Cards(1, 7, "it"), []);

        Assert.Equal([3, 4, 5, 6, 7, 1, 2], TopJobs.Arrange(groups, [], 7 * 1000 + 2).Select(job => job.Id));
    }

    [Fact]
    public void Without_any_job_there_is_nothing_to_arrange() => Assert.Empty(TopJobs.Arrange(new TopJobsGroups([], []), ["it"], Today));

    private static List<JobCard> Cards(long first, int count, string? category) => [.. Enumerable.Range(0, count).Select(i => new JobCard
    {
        Id = first + i,
        Language = "en",
        Slug = "job",
        Title = "Job",
        Employer = "Employer",
        EmployerSlug = "employer",
        Category = category,
        Contract = null,
        Hours = null,
        Workplace = Workplace.OnSite,
        SalaryMin = null,
        SalaryMax = null,
        SalaryCurrency = "",
        SalaryPeriod = null,
        Towns = [],
        PublishedAt = DateTimeOffset.UnixEpoch,
        ModifiedAt = DateTimeOffset.UnixEpoch,
        ClosesAt = null,
        TopUntil = null,
    })];
}
