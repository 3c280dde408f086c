using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.Digests;
using NewsSite.Alerts.Mailings;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;

namespace NewsSite.Alerts.Editions;

/// <summary>What all who asked for it get alike: an edition, or breaking news.</summary>
public sealed record Letter
{
    public required MailingKey Key { get; init; }

    /// <summary>When it was ready: part of the ledger's key, so that nobody gets it twice.</summary>
    public required DateTimeOffset At { get; init; }
    public required IReadOnlyList<AlertItem> Items { get; init; }
    public string Greeting { get; init; } = "";
    public string SponsorText { get; init; } = "";
    public string SponsorAddress { get; init; } = "";
}

/// <summary>Which letters are on their way now.</summary>
public sealed class CurrentLetters(NewsDb db, EditionDesk editions, FindAlertItems items, PaperClock clock)
{
    /// <summary>Of that kind in that language; what readers do not see any more is left out, and a letter of nothing with it.</summary>
    public async Task<IReadOnlyList<Letter>> OfAsync(MailingKind kind, Language language, CancellationToken cancel) =>
        [.. (kind == MailingKind.Breaking ? await BreakingAsync(language, cancel) : await EditionAsync(kind, language, cancel)).Where(letter => letter.Items.Count > 0)];

    private async Task<IReadOnlyList<Letter>> EditionAsync(MailingKind kind, Language language, CancellationToken cancel)
    {
        var oldest = clock.Now - (kind == MailingKind.Weekly ? TimeSpan.FromDays(6) : TimeSpan.FromHours(22));
        if (await db.Set<Edition>().AsNoTracking().Where(one => one.Kind == kind && one.Language == language.Code && one.MadeAt > oldest).OrderByDescending(one => one.Day).FirstOrDefaultAsync(cancel) is not { } edition)
            return [];
        return
        [
            new Letter
            {
                Key = new MailingKey(kind, edition.Day, language.Code),
                At = edition.MadeAt!.Value,
                Items = await ItemsAsync(await editions.ItemsAsync(edition.Id, cancel), language, cancel),
                Greeting = edition.Greeting,
                SponsorText = edition.SponsorText,
                SponsorAddress = edition.SponsorAddress,
            },
        ];
    }

    private async Task<IReadOnlyList<Letter>> BreakingAsync(Language language, CancellationToken cancel)
    {
        var oldest = clock.Now - BreakingDesk.Lasts;
        var letters = new List<Letter>();
        foreach (var news in await db.Set<BreakingNews>().AsNoTracking().Where(one => one.Language == language.Code && one.ConfirmedAt > oldest).OrderBy(one => one.ConfirmedAt).ToListAsync(cancel))
        {
            letters.Add(new Letter
            {
                Key = new MailingKey(MailingKind.Breaking, DateOnly.FromDateTime(clock.Local(news.ConfirmedAt!.Value).DateTime), language.Code, news.ArticleId),
                At = news.ConfirmedAt.Value,
                Items = await ItemsAsync([new DocumentKey("article", news.ArticleId)], language, cancel),
            });
        }
        return letters;
    }

    private async Task<IReadOnlyList<AlertItem>> ItemsAsync(IReadOnlyList<DocumentKey> keys, Language language, CancellationToken cancel)
    {
        var found = await items(keys, language, cancel);
        return [.. keys.Where(found.ContainsKey).Select(key => found[key])];
    }
}
