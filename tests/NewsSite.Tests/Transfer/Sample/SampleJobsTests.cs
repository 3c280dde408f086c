using NewsSite.Jobs.Postings;
using NewsSite.Transfer.Sample;

namespace NewsSite.Tests.Transfer.Sample;

public sealed class SampleJobsTests
{
    private const int Count = 2000;

    private static readonly List<SampleJob> Jobs = Make(seed: 1);

    [Fact]
    public void The_same_seed_makes_the_same_jobs() => Assert.Equal(Jobs.Select(Written), Make(seed: 1).Select(Written));

    [Fact]
    public void Everything_is_set() => Assert.All(Jobs, job =>
    {
        Assert.NotEmpty(job.Places);
        Assert.True(job.Salary.Min < job.Salary.Max);
        Assert.NotEmpty(job.LanguagesAsked);
        Assert.True(job.Age > TimeSpan.Zero);
        Assert.True(job.Closes > -job.Age);
        Assert.True(job.Description.WordCount() > 60);
        Assert.DoesNotContain('{', $"{job.Title} {job.Description.PlainText()}");
    });

    [Fact]
    public void Most_are_open_and_a_few_are_Top_jobs()
    {
        Assert.InRange(Jobs.Count(job => job.Closes > TimeSpan.Zero), Count * 8 / 10, Count * 95 / 100);
        Assert.InRange(Jobs.Count(job => job.IsTop), 1, 20);
        Assert.All(Jobs.Where(job => job.IsTop), job => Assert.True(job.Closes > TimeSpan.Zero));
    }

    [Fact]
    public void Employers_have_slugs_of_their_own()
    {
        var jobs = new SampleJobs(1, Count, ["it"]);
        var slugs = Enumerable.Range(0, jobs.Employers).Select(index => jobs.Employer(index).Slug).ToList();

        Assert.Equal(200, slugs.Count);
        Assert.Equal(slugs.Distinct(), slugs);
        Assert.All(slugs, slug => Assert.True(NewsSite.Platform.Html.Slug.IsValid(slug), slug));
    }

    [Fact]
    public void A_category_without_titles_of_its_own_has_jobs_too() =>
        Assert.All(Enumerable.Range(0, 20).Select(new SampleJobs(1, 20, ["beekeeping"]).Make), job => Assert.NotEmpty(job.Title));

    [Fact]
    public void Students_are_paid_by_the_hour() =>
        Assert.All(Jobs.Where(job => job.Contract == Contract.Student), job => Assert.Equal(PayPeriod.Hour, job.Salary.Period));

    private static List<SampleJob> Make(int seed) => [.. Enumerable.Range(0, Count).Select(new SampleJobs(seed, Count, ["it", "legal", "trades"]).Make)];

    private static string Written(SampleJob job) =>
        $"{job.Employer} {job.Category} {job.Title} {string.Join(',', job.Places)} {job.Salary} {job.Age} {job.Closes} {job.Description.ToJson()}";
}
