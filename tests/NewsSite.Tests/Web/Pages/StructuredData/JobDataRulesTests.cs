using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Site;
using NewsSite.Web;
using NewsSite.Web.Pages.StructuredData;

namespace NewsSite.Tests.Web.Pages.StructuredData;

/// <summary>The rules by which search engines read a JobPosting, over every kind of posting that the form can make.</summary>
public sealed class JobDataRulesTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);
    private static readonly Addresses Addresses = new(Options.Create(new SiteSettings { PublicUrl = "https://news.example" }));
    private static readonly string[] Required = ["title", "description", "datePosted", "hiringOrganization"];
    private static readonly string[] EmploymentTypes = ["FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"];
    private static readonly string[] Units = ["HOUR", "DAY", "WEEK", "MONTH", "YEAR"];

    [Fact]
    public void Every_kind_of_posting_keeps_the_rules()
    {
        var kinds = 0;
        foreach (var posting in Kinds())
        {
            kinds++;
            var isRemote = posting.Workplace == Workplace.Remote;
            var data = JobData.Of(posting, "<p>Drive.</p>", Addresses);
            if (posting.Places.Count == 0 && !(isRemote && posting.Countries.Length > 0))
            {
                Assert.Null(data);
                continue;
            }
            Check(data!, posting, isRemote);
        }
        Assert.InRange(kinds, 5_000, 100_000);
    }

    private static void Check(JsonObject data, Posting posting, bool isRemote)
    {
        Assert.All(Required, field => Assert.True(data.ContainsKey(field), field));
        Assert.Equal(posting.Places.Count, (data["jobLocation"] as JsonArray)?.Count ?? 0);
        Assert.All((data["jobLocation"] as JsonArray) ?? [], place => Assert.NotEqual("", (string?)place!["address"]!["addressCountry"]));
        Assert.Equal(isRemote, data.ContainsKey("jobLocationType"));
        Assert.Equal(isRemote, data.ContainsKey("applicantLocationRequirements"));
        if (isRemote)
        {
            Assert.Equal("TELECOMMUTE", (string?)data["jobLocationType"]);
            Assert.NotEmpty(data["applicantLocationRequirements"]!.AsArray());
        }
        Assert.All((data["employmentType"] as JsonArray) ?? [], type => Assert.Contains((string?)type, EmploymentTypes));
        Assert.Equal(posting.ClosesAt is not null, data.ContainsKey("validThrough"));
        Assert.Equal(posting.Salary is not null, data.ContainsKey("baseSalary"));
        if (data["baseSalary"] is { } pay)
            CheckPay(pay, posting.Salary!);
        Assert.Equal(posting.TakesApplications || (posting.ApplyUrl.Length == 0 && posting.ApplyMail.Length > 0), (bool?)data["directApply"]);
    }

    private static void CheckPay(JsonNode pay, Salary salary)
    {
        var value = pay["value"]!.AsObject();
        Assert.Equal(salary.Currency, (string?)pay["currency"]);
        Assert.Contains((string?)value["unitText"], Units);
        Assert.True(value.ContainsKey("value") || value.ContainsKey("minValue") || value.ContainsKey("maxValue"));
        Assert.False(value.ContainsKey("value") && (value.ContainsKey("minValue") || value.ContainsKey("maxValue")));
        if (value["minValue"] is { } min && value["maxValue"] is { } max)
            Assert.True((decimal)min <= (decimal)max);
    }

    private static IEnumerable<Posting> Kinds() =>
        from contract in Enum.GetValues<Contract>()
        from hours in Enum.GetValues<Hours>()
        from workplace in Enum.GetValues<Workplace>()
        from places in new string[][] { [], ["Brussels"], ["Brussels", "Gent"] }
        from countries in new[] { "", "BE", "BE NL" }
        from way in Enum.GetValues<ApplyWay>()
        from salary in new Salary?[] { null, new(1, null, "EUR", PayPeriod.Hour), new(null, 400000, "CHF", PayPeriod.Day), new(310000, 310000, "GBP", PayPeriod.Week), new(310000, 375050, "EUR", PayPeriod.Month), new(1, 2, "USD", PayPeriod.Year) }
        from ends in new[] { true, false }
        select Make(new PostingContent
        {
            Language = "en",
            Title = "Driver",
            Description = NewsSite.Platform.Html.Blocks.BlockDocument.Empty,
            Contract = contract,
            Hours = hours,
            Workplace = workplace,
            Places = [.. places.Select(place => new ContentPlace(place, "1000", "BE"))],
            Countries = countries,
            Salary = salary,
            TakesApplications = way == ApplyWay.OnSite,
            ApplyMail = way == ApplyWay.Mail ? "jobs@harbour.example" : "",
            ApplyUrl = way == ApplyWay.Address ? "https://harbour.example/apply" : "",
            ClosesAt = ends ? At.AddDays(30) : null,
        });

    private static Posting Make(PostingContent content)
    {
        var posting = new Posting { Employer = new Employer { Slug = "harbour", Name = "Harbour", CreatedAt = At }, Language = "en", Title = "", Slug = "" };
        content.ApplyTo(posting);
        posting.Publish(At);
        return posting;
    }
}
