using System.Text.Json.Nodes;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Html;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.StructuredData;

/// <summary>An open job as schema.org's JobPosting, as search engines read it. All of it is visible on the job's page.</summary>
internal static class JobData
{
    /// <param name="description">The advert as HTML.</param>
    /// <returns>Null where something that is required is missing: a description, or a place (for remote work a country).</returns>
    public static JsonObject? Of(Posting posting, string description, Addresses addresses)
    {
        var isRemote = posting.Workplace == Workplace.Remote;
        var countries = isRemote ? Countries(posting) : [];
        if (description.Length == 0 || (posting.Places.Count == 0 && countries.Length == 0))
            return null;

        var data = SiteData.Start("JobPosting");
        data["title"] = posting.Title;
        data["description"] = description;
        data["url"] = addresses.Absolute(Addresses.CanonicalJob(posting));
        data["datePosted"] = Words.Machine(posting.PublishedAt!.Value);
        if (posting.ClosesAt is { } closes)
            data["validThrough"] = Words.Machine(closes);
        if (EmploymentTypes(posting) is { Count: > 0 } types)
            data["employmentType"] = new JsonArray([.. types.Select(type => (JsonNode)type)]);
        data["hiringOrganization"] = Employer(posting, addresses);
        data["identifier"] = new JsonObject
        {
            ["@type"] = "PropertyValue",
            ["name"] = posting.Employer.Name,
            ["value"] = posting.Reference.Length > 0 ? posting.Reference : posting.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        if (posting.Places.Count > 0)
            data["jobLocation"] = new JsonArray([.. posting.Places.Select(place => (JsonNode)Location(place))]);
        if (countries.Length > 0)
        {
            // Hybrid work never carries it: it ties people to a place.
            data["jobLocationType"] = "TELECOMMUTE";
            data["applicantLocationRequirements"] = new JsonArray([.. countries.Select(country => (JsonNode)new JsonObject { ["@type"] = "Country", ["name"] = country })]);
        }
        if (posting.Salary is { } salary && (salary.Min ?? salary.Max) is not null)
            data["baseSalary"] = Pay(salary);
        if (posting.Category is { } category)
            data["occupationalCategory"] = category.Name.In(Language.OrDefault(posting.Language));
        if (posting.StartsOn is { } start)
            data["jobStartDate"] = Words.Machine(start);
        // Here and by mail there is no other site and no account between; an employer's own form is another matter.
        data["directApply"] = posting.ApplyWay is ApplyWay.OnSite or ApplyWay.Mail;
        return data;
    }

    internal static IReadOnlyList<string> EmploymentTypes(Posting posting)
    {
        var types = new List<string>();
        if (posting.Hours is { } hours)
            types.Add(hours == Hours.FullTime ? "FULL_TIME" : "PART_TIME");
        switch (posting.Contract)
        {
            case Contract.Temporary or Contract.Student: types.Add("TEMPORARY"); break;
            case Contract.Freelance: types.Add("CONTRACTOR"); break;
            case Contract.Internship: types.Add("INTERN"); break;
            case Contract.Volunteer: types.Add("VOLUNTEER"); break;
        }
        return types;
    }

    /// <summary>Where someone may live; without a list, in the countries of the places.</summary>
    private static string[] Countries(Posting posting) =>
        posting.Countries.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } named
            ? named
            : [.. posting.Places.Select(place => place.Country).Where(country => country.Length > 0).Distinct()];

    private static JsonObject Employer(Posting posting, Addresses addresses)
    {
        var employer = new JsonObject { ["@type"] = "Organization", ["name"] = posting.Employer.Name };
        if (Link.IsWeb(posting.Employer.Website))
            employer["sameAs"] = posting.Employer.Website;
        if (posting.Employer.Logo is { } logo)
            employer["logo"] = addresses.Absolute(logo.Address);
        return employer;
    }

    private static JsonObject Location(PostingPlace place)
    {
        var address = new JsonObject { ["@type"] = "PostalAddress", ["addressLocality"] = place.Town };
        if (place.PostalCode.Length > 0)
            address["postalCode"] = place.PostalCode;
        if (place.Country.Length > 0)
            address["addressCountry"] = place.Country;
        return new JsonObject { ["@type"] = "Place", ["address"] = address };
    }

    private static JsonObject Pay(Salary salary)
    {
        var value = new JsonObject { ["@type"] = "QuantitativeValue" };
        if (salary.Min is { } only && salary.Min == salary.Max)
            value["value"] = Amount(only);
        else
        {
            if (salary.Min is { } min)
                value["minValue"] = Amount(min);
            if (salary.Max is { } max)
                value["maxValue"] = Amount(max);
        }
        value["unitText"] = salary.Period switch
        {
            PayPeriod.Hour => "HOUR",
            PayPeriod.Day => "DAY",
            PayPeriod.Week => "WEEK",
            PayPeriod.Month => "MONTH",
            _ => "YEAR",
        };
        return new JsonObject { ["@type"] = "MonetaryAmount", ["currency"] = salary.Currency, ["value"] = value };
    }

    /// <summary>3700 and 3700.5 rather than 3700.00.</summary>
    private static decimal Amount(long minor) => minor / 100m;
}
