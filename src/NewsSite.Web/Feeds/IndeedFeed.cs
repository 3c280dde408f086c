using System.Globalization;
using System.Xml;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Html;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Web.Caching;
using NewsSite.Web.Pages;

namespace NewsSite.Web.Feeds;

/// <summary>
/// All open jobs for other boards, in the XML that Indeed has made customary. It is complete every time, because an importer
/// takes down what it no longer finds; so it is read as a stream, and if that fails the document stays without its end.
/// </summary>
internal sealed class IndeedFeed(OpenPostings postings, PostingCatalogue catalogue, StreamedAnswer answer, BodyText body, Addresses addresses, FindSiteFace face)
{
    /// <summary>Jobs that are read at a time.</summary>
    private const int Chunk = 200;

    public async Task AnswerAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        if (!answer.Begin(context, "application/xml; charset=utf-8"))
            return;
        var modified = await catalogue.ModifiedAtAsync(cancel);
        using var stream = new StreamedXml(context.Response.Body, cancel);
        var xml = stream.Xml;
        xml.WriteStartElement("source");
        xml.Text("publisher", (await face()).Name);
        xml.Text("publisherurl", addresses.Absolute(Addresses.Jobs(Language.Default)));
        if (modified is { } at)
            xml.Text("lastBuildDate", at.ToString("R", CultureInfo.InvariantCulture));
        IReadOnlyList<Posting> chunk;
        for (var after = 0L; (chunk = await postings.AfterAsync(after, Chunk, cancel)).Count > 0; after = chunk[^1].Id)
        {
            foreach (var posting in chunk)
            {
                Write(xml, posting);
                await stream.FlushAsync();
            }
        }
        await stream.EndAsync();
    }

    private void Write(XmlWriter xml, Posting posting)
    {
        var description = body.Elsewhere(posting.Description, Language.OrDefault(posting.Language));
        foreach (var place in PlacesOf(posting))
        {
            xml.WriteStartElement("job");
            xml.Data("title", posting.Title);
            xml.Data("date", Words.Machine(posting.PublishedAt!.Value));
            xml.Data("referencenumber", place.Reference);
            xml.Data("requisitionid", posting.Reference.Length > 0 ? posting.Reference : posting.Id.ToString(CultureInfo.InvariantCulture));
            xml.Data("url", addresses.Absolute(Addresses.CanonicalJob(posting)));
            xml.Data("company", posting.Employer.Name);
            xml.Data("city", place.Town);
            xml.Data("country", place.Country);
            xml.Data("postalcode", place.PostalCode);
            xml.Data("description", description);
            WriteTerms(xml, posting);
            xml.WriteEndElement();
        }
    }

    private static void WriteTerms(XmlWriter xml, Posting posting)
    {
        if (posting.Salary is { } salary)
            xml.Data("salary", Pay(salary));
        if (TypesOf(posting) is { Length: > 0 } types)
            xml.Data("jobtype", types);
        if (posting.Category is { } category)
            xml.Data("category", category.Name.In(Language.OrDefault(posting.Language)));
        if (posting.Workplace != Workplace.OnSite)
            xml.Data("remotetype", posting.Workplace == Workplace.Remote ? "Fully remote" : "Hybrid remote");
        if (posting.ClosesAt is { } closes)
            xml.Data("expirationdate", Words.Machine(closes));
        xml.Data("language", posting.Language);
    }

    /// <summary>
    /// A job of several places is offered once in each, under a number of its own. The number names the place, so that adding
    /// another place, or putting them in another order, changes none.
    /// </summary>
    private static IEnumerable<Place> PlacesOf(Posting posting)
    {
        var places = posting.Places.OrderBy(place => place.Id)
            .Select(place => new Place(Number(posting, $"{place.Country} {place.PostalCode} {place.Town}"), place.Town, place.PostalCode, place.Country)).ToList();
        if (places.Count == 0)
            places.AddRange(posting.Countries.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(country => new Place(Number(posting, country), "", "", country)));
        if (places.Count == 0)
            places.Add(new Place(posting.Id.ToString(CultureInfo.InvariantCulture), "", "", ""));
        return places.DistinctBy(place => place.Reference);
    }

    private static string Number(Posting posting, string place) =>
        string.Create(CultureInfo.InvariantCulture, $"{posting.Id}-{Slug.From(place)}");

    private static string TypesOf(Posting posting)
    {
        var types = new List<string>();
        if (posting.Hours is { } hours)
            types.Add(hours == Hours.FullTime ? "fulltime" : "parttime");
        switch (posting.Contract)
        {
            case Contract.Temporary or Contract.Student: types.Add("temporary"); break;
            case Contract.Freelance: types.Add("contract"); break;
            case Contract.Internship: types.Add("internship"); break;
            case Contract.Volunteer: types.Add("volunteer"); break;
        }
        return string.Join(", ", types);
    }

    private static string Pay(Salary salary)
    {
        var amounts = new[] { salary.Min, salary.Max }.OfType<long>().Distinct().Select(minor => (minor / 100m).ToString("0.##", CultureInfo.InvariantCulture));
        return $"{salary.Currency} {string.Join('-', amounts)} per {salary.Period.ToString().ToLowerInvariant()}";
    }

    private sealed record Place(string Reference, string Town, string PostalCode, string Country);
}
