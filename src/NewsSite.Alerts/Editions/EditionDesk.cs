using Microsoft.EntityFrameworkCore;
using NewsSite.Alerts.Mailings;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;
using NewsSite.Search.Documents;

namespace NewsSite.Alerts.Editions;

/// <summary>What editors wish of an edition.</summary>
public sealed record Arrangement
{
    public string Greeting { get; init; } = "";
    public string SponsorText { get; init; } = "";
    public string SponsorAddress { get; init; } = "";
    public IReadOnlyList<long> Chosen { get; init; } = [];

    /// <summary>Of the edition as it was shown; 0: there was none.</summary>
    public int Version { get; init; }
}

/// <summary>Makes the morning briefing and the weekly: by rule, or as editors have arranged them.</summary>
public sealed class EditionDesk(NewsDb db, FindNews news, AuditTrail audit, PaperClock clock)
{
    /// <summary>The noun of what letters hold.</summary>
    private const string Article = "article";

    private const int Offered = 40;
    private const int ByRule = 8;
    private const int ByRuleOfAWeek = 12;

    /// <summary>How far back a letter looks.</summary>
    public static TimeSpan Span(MailingKind kind) => kind == MailingKind.Weekly ? TimeSpan.FromDays(7) : TimeSpan.FromHours(36);

    public Task<Edition?> FindAsync(MailingKind kind, Language language, DateOnly day, CancellationToken cancel = default) =>
        db.Set<Edition>().AsNoTracking().SingleOrDefaultAsync(one => one.Kind == kind && one.Language == language.Code && one.Day == day, cancel);

    /// <summary>The next day for which one is still to be made: of weeks a Saturday.</summary>
    public async Task<DateOnly> NextDayAsync(MailingKind kind, Language language, CancellationToken cancel = default)
    {
        var day = clock.Today;
        if (kind == MailingKind.Weekly)
            day = day.AddDays(((int)DayOfWeek.Saturday - (int)day.DayOfWeek + 7) % 7);
        return await FindAsync(kind, language, day, cancel) is { MadeAt: not null } ? day.AddDays(kind == MailingKind.Weekly ? 7 : 1) : day;
    }

    /// <summary>What may stand in it as things are: not yet in one before, what weighs most first.</summary>
    public async Task<IReadOnlyList<DocumentKey>> OfferedAsync(MailingKind kind, Language language, CancellationToken cancel = default)
    {
        var found = await news(language, clock.Now - Span(kind), Offered, cancel);
        var ids = found.Select(item => item.Id).ToArray();
        var before = await db.Set<EditionItem>().Where(item => item.Kind == kind && item.Language == language.Code && item.ItemKind == Article && ids.Contains(item.ItemId)).Select(item => item.ItemId).ToListAsync(cancel);
        return [.. found.Where(item => !before.Contains(item.Id))];
    }

    /// <returns>False: another editor was quicker, or it is made already.</returns>
    public async Task<bool> ArrangeAsync(MailingKind kind, Language language, DateOnly day, Arrangement wished, string by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var edition = await db.Set<Edition>().SingleOrDefaultAsync(one => one.Kind == kind && one.Language == language.Code && one.Day == day, cancel);
        if (edition is { MadeAt: not null } || (edition?.Version ?? 0) != wished.Version)
            return false;
        if (edition is null)
        {
            edition = new Edition { Kind = kind, Language = language.Code, Day = day };
            db.Add(edition);
        }
        (edition.Greeting, edition.SponsorText, edition.SponsorAddress) = (wished.Greeting, wished.SponsorText, wished.SponsorAddress);
        (edition.ChosenIds, edition.ArrangedBy, edition.Version) = (string.Join(' ', wished.Chosen.Distinct().Take(Edition.MostItems)), by, wished.Version + 1);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsTaken())
        {
            return false;
        }
        audit.Note(new AuditNote { Verb = "arrange letter", Kind = "edition", Id = edition.Id, Thing = $"{kind} {language.Code} {day:yyyy-MM-dd}" });
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>Makes today's of that kind in every language; what is made stays.</summary>
    public async Task MakeAsync(MailingKind kind, CancellationToken cancel = default)
    {
        foreach (var language in Language.All)
        {
            db.ChangeTracker.Clear();
            await MakeAsync(kind, language, cancel);
        }
    }

    /// <summary>What it holds, in order.</summary>
    public async Task<IReadOnlyList<DocumentKey>> ItemsAsync(long edition, CancellationToken cancel = default) =>
        [.. (await db.Set<EditionItem>().AsNoTracking().Where(item => item.EditionId == edition).OrderBy(item => item.Position).ToListAsync(cancel)).Select(item => item.Item)];

    private async Task MakeAsync(MailingKind kind, Language language, CancellationToken cancel)
    {
        var offered = await OfferedAsync(kind, language, cancel);
        var now = clock.Now;
        await using var write = await db.BeginWriteAsync(cancel);
        var edition = await db.Set<Edition>().SingleOrDefaultAsync(one => one.Kind == kind && one.Language == language.Code && one.Day == clock.Today, cancel);
        if (edition is { MadeAt: not null })
            return;
        if (edition is null)
        {
            edition = new Edition { Kind = kind, Language = language.Code, Day = clock.Today };
            db.Add(edition);
            await db.SaveChangesAsync(cancel);
        }
        var chosen = edition.Chosen.Select(id => new DocumentKey(Article, id)).Where(offered.Contains).ToList();
        var items = chosen.Count > 0 ? chosen : [.. offered.Take(kind == MailingKind.Weekly ? ByRuleOfAWeek : ByRule)];
        db.AddRange(items.Select((item, position) => new EditionItem
        {
            Kind = kind,
            Language = language.Code,
            ItemKind = item.Kind,
            ItemId = item.Id,
            EditionId = edition.Id,
            Position = position,
        }));
        (edition.MadeAt, edition.Version) = (now, edition.Version + 1);
        await write.CommitAsync(cancel);
    }
}
