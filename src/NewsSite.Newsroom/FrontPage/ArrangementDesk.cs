using Microsoft.EntityFrameworkCore;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.FrontPage;

/// <summary>What came of a change to the draft.</summary>
/// <param name="IsConflict">Somebody else changed it since; <paramref name="Draft"/> is theirs and nothing was written.</param>
public sealed record ArrangedDraft(FrontDraft Draft, bool IsConflict);

/// <summary>What may be done with the arrangement of a front page. Every method saves its own write.</summary>
public sealed class ArrangementDesk(NewsDb db, FrontPageDesk front, ArrangeableArticles arrangeable, AuditTrail trail, PaperClock clock)
{
    /// <summary>The draft, or what readers see now, not yet saved.</summary>
    public async Task<FrontDraft> OpenAsync(Language language, CancellationToken cancel = default) =>
        await db.Set<FrontDraft>().AsNoTracking().SingleOrDefaultAsync(draft => draft.Language == language.Code, cancel)
        ?? await NewDraftAsync(language, cancel);

    /// <summary>Puts articles into places; all that are not named leave theirs.</summary>
    /// <param name="revision">The revision it started from.</param>
    public async Task<ArrangedDraft> ArrangeAsync(
        Language language, int revision, IReadOnlyDictionary<string, IReadOnlyList<long>> places, Editor by, CancellationToken cancel = default)
    {
        var named = places.Values.SelectMany(articles => articles).Distinct();
        var known = (await arrangeable.OfAsync(language, named, cancel)).Select(article => article.Id).ToHashSet();
        return await ChangeAsync(language, revision, draft => draft.Rearranged(places, known), by, cancel);
    }

    /// <summary>Gives a pin an end, or none.</summary>
    public Task<ArrangedDraft> PinAsync(Language language, int revision, PlacedArticle pin, Editor by, CancellationToken cancel = default) =>
        ChangeAsync(language, revision, draft => draft.Ending(pin.Article, pin.Until is { } until ? Microseconds.Cut(until) : null), by, cancel);

    /// <summary>Starts again from other places, such as those of an earlier arrangement.</summary>
    public Task<ArrangedDraft> TakeUpAsync(Language language, int revision, FrontPlaces places, Editor by, CancellationToken cancel = default) =>
        ChangeAsync(language, revision, _ => places, by, cancel);

    /// <summary>Shows the draft to readers, now or from a moment on.</summary>
    /// <param name="from">Null or past: now.</param>
    public async Task<ArrangedDraft> ShowAsync(Language language, int revision, DateTimeOffset? from, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var draft = await TrackedAsync(language, cancel);
        if (draft.Revision != revision)
            return new ArrangedDraft(draft, IsConflict: true);
        await AddAsync(language, draft.Places, from, by, cancel);
        await write.CommitAsync(cancel);
        return new ArrangedDraft(draft, IsConflict: false);
    }

    /// <summary>Shows an earlier arrangement again, as it was.</summary>
    /// <returns>Whether there is one.</returns>
    public async Task<bool> ShowAgainAsync(Language language, long id, Editor by, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindAsync(language, id, cancel) is not { } earlier)
            return false;
        await AddAsync(language, earlier.Places, from: null, by, cancel);
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>Takes back an arrangement that is still to come.</summary>
    /// <returns>Whether there was one; what readers have seen stays in the list.</returns>
    public async Task<bool> CancelAsync(Language language, long id, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindAsync(language, id, cancel) is not { } coming || coming.ShowsFrom <= clock.Now)
            return false;
        db.Remove(coming);
        Note("cancel", language, coming);
        await write.CommitAsync(cancel);
        return true;
    }

    public async Task<FrontArrangement?> FindAsync(Language language, long id, CancellationToken cancel = default) =>
        await db.Set<FrontArrangement>().SingleOrDefaultAsync(arrangement => arrangement.Id == id && arrangement.Language == language.Code, cancel);

    /// <summary>What is to come, the last first, and then what was and is shown.</summary>
    public async Task<IReadOnlyList<FrontArrangement>> ListAsync(Language language, int size, CancellationToken cancel = default) =>
        await db.Set<FrontArrangement>().AsNoTracking().Where(arrangement => arrangement.Language == language.Code)
            .OrderByDescending(arrangement => arrangement.ShowsFrom).ThenByDescending(arrangement => arrangement.Id).Take(size).ToListAsync(cancel);

    private async Task<ArrangedDraft> ChangeAsync(Language language, int revision, Func<FrontPlaces, FrontPlaces> change, Editor by, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var draft = await TrackedAsync(language, cancel);
        if (draft.Revision != revision)
            return new ArrangedDraft(draft, IsConflict: true);
        draft.Arrange(change(draft.Places), by, clock.Now);
        try
        {
            await write.CommitAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Both databases' nodes: another wrote the same revision a moment earlier.
            db.ChangeTracker.Clear();
            return new ArrangedDraft(await OpenAsync(language, cancel), IsConflict: true);
        }
        return new ArrangedDraft(draft, IsConflict: false);
    }

    private async Task AddAsync(Language language, FrontPlaces places, DateTimeOffset? from, Editor by, CancellationToken cancel)
    {
        var now = clock.Now;
        var showsFrom = from is { } later && Microseconds.Cut(later) > now ? Microseconds.Cut(later) : now;
        var arrangement = new FrontArrangement
        {
            Language = language.Code,
            Places = places,
            ShowsFrom = showsFrom,
            MadeAt = now,
            ById = by.UserId,
            ByName = by.Name,
        };
        arrangement.Settle(now);
        db.Add(arrangement);
        await db.SaveChangesAsync(cancel);
        if (showsFrom == now)
            db.Note(arrangement);
        Note(showsFrom == now ? "show" : "schedule", language, arrangement);
    }

    private void Note(string verb, Language language, FrontArrangement arrangement) => trail.Note(new AuditNote
    {
        Verb = verb,
        Kind = arrangement.Kind,
        Id = arrangement.Id,
        Thing = $"Front page {language.Code}",
        Details = new { from = arrangement.ShowsFrom, lead = arrangement.Places[FrontPlaces.Lead] is [var lead, ..] ? lead.Article : 0 },
    });

    private async Task<FrontDraft> TrackedAsync(Language language, CancellationToken cancel)
    {
        if (await db.Set<FrontDraft>().SingleOrDefaultAsync(draft => draft.Language == language.Code, cancel) is { } saved)
            return saved;
        var made = await NewDraftAsync(language, cancel);
        db.Add(made);
        return made;
    }

    private async Task<FrontDraft> NewDraftAsync(Language language, CancellationToken cancel)
    {
        var draft = new FrontDraft { Language = language.Code };
        var shown = await front.ShownAsync(language, cancel);
        if (!shown.IsEmpty)
            draft.Arrange(shown, Editor.Paper, clock.Now);
        return draft;
    }
}
