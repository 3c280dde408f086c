using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Spam;

/// <summary>Looks for what adverts by swindlers have in common. It decides nothing: the desk sees the signs and why they were found.</summary>
public sealed partial class SpamCheck(NewsDb db, FindContact find, PaperClock clock)
{
    /// <summary>More are worth a look.</summary>
    private const int UsualLinks = 3;

    private const int MostCompared = 50;

    /// <summary>The same advert again after that is a new one.</summary>
    private static readonly TimeSpan DoubleWithin = TimeSpan.FromDays(60);

    public async Task<IReadOnlyList<FoundSign>> FindAsync(Posting posting, CancellationToken cancel = default)
    {
        var found = new List<FoundSign>();
        var text = posting.Title + "\n" + posting.Description.PlainText();
        if (Links(posting) is > UsualLinks and var links)
            found.Add(new FoundSign(SpamSign.ManyLinks, links.ToString(CultureInfo.InvariantCulture)));
        if (Scam().Match(text) is { Success: true } scam)
            found.Add(new FoundSign(SpamSign.ScamWords, scam.Value));
        if (await DoubleAsync(posting, cancel) is { } other)
            found.Add(new FoundSign(SpamSign.Duplicate, other.ToString(CultureInfo.InvariantCulture)));
        if (await DisposableAsync(posting, cancel) is { } domain)
            found.Add(new FoundSign(SpamSign.DisposableAddress, domain));
        if (await NamesakeAsync(posting.Employer, cancel) is { } namesake)
            found.Add(new FoundSign(SpamSign.KnownName, namesake));
        return found;
    }

    private static int Links(Posting posting) => Address().Count(posting.Description.ToJson());

    /// <summary>The number of a posting that says the same.</summary>
    private async Task<long?> DoubleAsync(Posting posting, CancellationToken cancel)
    {
        var since = clock.Now - DoubleWithin;
        var alike = await db.Set<Posting>().AsNoTracking().Where(other => other.Slug == posting.Slug && other.Id != posting.Id && other.CreatedAt > since
                && (other.State == PostingState.Published || other.State == PostingState.Submitted))
            .OrderByDescending(other => other.Id).Take(MostCompared).Select(other => new { other.Id, other.Description }).ToListAsync(cancel);
        var text = posting.Description.PlainText();
        return alike.FirstOrDefault(other => other.Description.PlainText() == text)?.Id;
    }

    private async Task<string?> DisposableAsync(Posting posting, CancellationToken cancel)
    {
        var domains = new List<string> { MailDomains.Of(posting.ApplyMail) };
        if (posting.HandedInBy is { } user && await find(user, cancel) is { } contact)
            domains.Add(contact.Mailbox.Domain);
        return domains.Find(MailDomains.IsDisposable);
    }

    private async Task<string?> NamesakeAsync(Employer employer, CancellationToken cancel)
    {
        var slug = Platform.Html.Slug.From(employer.Name);
        return slug == employer.Slug ? null : await db.Set<Employer>().Where(other => other.Slug == slug && other.Id != employer.Id).Select(other => other.Name).SingleOrDefaultAsync(cancel);
    }

    [GeneratedRegex(@"https?://|www\.", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    /// <summary>Ways of paying and promises that honest employers have no use for, in the three languages.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(western union|moneygram|bitcoins?|cryptocurrenc(y|ies)|crypto ?trading|gift cards?|(registration|advance|training) fees?|be your own boss|passive income|get rich|easy money|fast cash|financial freedom|multi-?level|mlm|"
        + @"process(ing)? payments from home|reship(ping|per)|money mule|cadeaubon(nen)?|inschrijvings(kosten|geld)|wees je eigen baas|passief inkomen|snel geld|gemakkelijk geld|financi[eë]le vrijheid|"
        + @"cartes? cadeaux?|frais (d['’]inscription|de dossier|de formation)|soyez votre propre patron|revenus? passifs?|argent facile|argent rapide|libert[eé] financi[eè]re|vente pyramidale|telegram|whatsapp)(?![\p{L}\p{N}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Scam();
}
