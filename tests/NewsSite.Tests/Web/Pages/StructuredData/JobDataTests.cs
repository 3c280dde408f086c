using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Site;
using NewsSite.Web;
using NewsSite.Web.Pages.StructuredData;

namespace NewsSite.Tests.Web.Pages.StructuredData;

public sealed class JobDataTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero);
    private static readonly Addresses Addresses = new(Options.Create(new SiteSettings { PublicUrl = "https://news.example" }));

    [Fact]
    public void A_job_with_everything_says_everything()
    {
        var posting = Posting("1000 Brussels");
        posting.Contract = Contract.Temporary;
        posting.Hours = Hours.PartTime;
        posting.Salary = new Salary(310000, 375050, "EUR", PayPeriod.Month);
        posting.Reference = "R-1";
        posting.ClosesAt = At.AddDays(30);
        posting.StartsOn = new DateOnly(2027, 1, 4);

        var data = Describe(posting)!;

        Assert.Equal("JobPosting", (string?)data["@type"]);
        Assert.Equal("Driver & more", (string?)data["title"]);
        Assert.Equal("<p>Drive.</p>", (string?)data["description"]);
        Assert.Equal("2026-11-18T09:00:00Z", (string?)data["datePosted"]);
        Assert.Equal("2026-12-18T09:00:00Z", (string?)data["validThrough"]);
        Assert.Equal(["PART_TIME", "TEMPORARY"], Texts(data["employmentType"]));
        Assert.Equal("R-1", (string?)data["identifier"]!["value"]);
        Assert.Equal("""{"@type":"MonetaryAmount","currency":"EUR","value":{"@type":"QuantitativeValue","minValue":3100,"maxValue":3750.5,"unitText":"MONTH"}}""", data["baseSalary"]!.ToJsonString());
        Assert.Equal("""[{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Brussels","postalCode":"1000","addressCountry":"BE"}}]""", data["jobLocation"]!.ToJsonString());
        Assert.Equal("2027-01-04", (string?)data["jobStartDate"]);
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData(Contract.Permanent, Hours.FullTime, "FULL_TIME")]
    [InlineData(Contract.Permanent, null, "")]
    [InlineData(Contract.Freelance, null, "CONTRACTOR")]
    [InlineData(Contract.Internship, Hours.FullTime, "FULL_TIME INTERN")]
    [InlineData(Contract.Student, Hours.PartTime, "PART_TIME TEMPORARY")]
    [InlineData(Contract.Volunteer, Hours.PartTime, "PART_TIME VOLUNTEER")]
    public void Contract_and_hours_become_employment_types(Contract? contract, Hours? hours, string expected)
    {
        var posting = Posting("1000 Brussels");
        (posting.Contract, posting.Hours) = (contract, hours);

        Assert.Equal(expected, string.Join(' ', Texts(Describe(posting)!["employmentType"])));
    }

    [Theory]
    [InlineData(3700L, null, """{"@type":"QuantitativeValue","minValue":37,"unitText":"HOUR"}""")]
    [InlineData(null, 3700L, """{"@type":"QuantitativeValue","maxValue":37,"unitText":"HOUR"}""")]
    [InlineData(3700L, 3700L, """{"@type":"QuantitativeValue","value":37,"unitText":"HOUR"}""")]
    public void A_salary_may_have_one_end(long? min, long? max, string expected)
    {
        var posting = Posting("1000 Brussels");
        posting.Salary = new Salary(min, max, "EUR", PayPeriod.Hour);

        Assert.Equal(expected, Describe(posting)!["baseSalary"]!["value"]!.ToJsonString());
    }

    [Fact]
    public void Without_a_salary_none_is_made_up() => Assert.False(Describe(Posting("1000 Brussels"))!.ContainsKey("baseSalary"));

    [Fact]
    public void A_job_of_several_places_names_them_all() =>
        Assert.Equal(["Lot", "Leuven"], Describe(Posting("1651 Lot", "3000 Leuven"))!["jobLocation"]!.AsArray().Select(place => (string?)place!["address"]!["addressLocality"]));

    [Fact]
    public void Fully_remote_work_says_where_one_may_live_and_needs_no_place()
    {
        var posting = Posting();
        (posting.Workplace, posting.Countries) = (Workplace.Remote, "BE NL");

        var data = Describe(posting)!;

        Assert.Equal("TELECOMMUTE", (string?)data["jobLocationType"]);
        Assert.Equal(["BE", "NL"], data["applicantLocationRequirements"]!.AsArray().Select(country => (string?)country!["name"]));
        Assert.False(data.ContainsKey("jobLocation"));
    }

    [Fact]
    public void Remote_work_without_a_list_of_countries_is_open_to_those_of_its_places()
    {
        var posting = Posting("1000 Brussels");
        posting.Workplace = Workplace.Remote;

        Assert.Equal("BE", (string?)Describe(posting)!["applicantLocationRequirements"]![0]!["name"]);
    }

    [Theory]
    [InlineData(Workplace.Hybrid)]
    [InlineData(Workplace.OnSite)]
    public void Work_that_ties_to_a_place_is_never_remote(Workplace workplace)
    {
        var posting = Posting("1000 Brussels");
        (posting.Workplace, posting.Countries) = (workplace, "BE NL");

        var data = Describe(posting)!;

        Assert.False(data.ContainsKey("jobLocationType"));
        Assert.False(data.ContainsKey("applicantLocationRequirements"));
    }

    [Fact]
    public void What_search_engines_would_refuse_is_not_described()
    {
        Assert.Null(Describe(Posting()));
        Assert.Null(JobData.Of(Posting("1000 Brussels"), "", Addresses));
    }

    [Theory]
    [InlineData("", "jobs@harbour.example", true)]
    [InlineData("https://harbour.example/apply", "", false)]
    [InlineData("", "", false)]
    public void Only_a_mail_goes_straight_to_the_employer(string url, string mail, bool direct)
    {
        var posting = Posting("1000 Brussels");
        (posting.ApplyUrl, posting.ApplyMail) = (url, mail);

        Assert.Equal(direct, (bool?)Describe(posting)!["directApply"]);
    }

    [Fact]
    public void An_employers_address_that_is_none_is_left_out()
    {
        var posting = Posting("1000 Brussels");
        posting.Employer.Website = "javascript:alert(1)";

        Assert.False(Describe(posting)!["hiringOrganization"]!.AsObject().ContainsKey("sameAs"));
    }

    private static JsonObject? Describe(Posting posting) => JobData.Of(posting, "<p>Drive.</p>", Addresses);

    private static IEnumerable<string?> Texts(JsonNode? array) => array?.AsArray().Select(text => (string?)text) ?? [];

    private static Posting Posting(params string[] places)
    {
        var posting = new Posting
        {
            Employer = new Employer { Slug = "harbour", Name = "Harbour", Website = "https://harbour.example", CreatedAt = At },
            Language = "en",
            Title = "Driver & more",
            Slug = "driver",
        };
        posting.Locate([.. places.Select(place => new PostingPlace { PostalCode = place.Split(' ')[0], Town = place.Split(' ')[1] })]);
        posting.Publish(At);
        return posting;
    }
}
