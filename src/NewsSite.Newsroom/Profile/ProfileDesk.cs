using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsSite.Newsroom.Edits;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Site;

namespace NewsSite.Newsroom.Profile;

/// <summary>Reads and changes what the paper says of itself.</summary>
public sealed class ProfileDesk(NewsDb db, AuditTrail trail, GenerationMemory memory, IOptions<SiteSettings> settings)
{
    /// <summary>As readers see it; remembered for one generation.</summary>
    public ValueTask<PaperProfile> ShownAsync() => memory.GetAsync("profile", () => FindAsync());

    /// <summary>What of it Platform and the other modules show; where nothing was chosen, as the settings file says.</summary>
    public async ValueTask<SiteFace> FaceAsync()
    {
        var profile = await ShownAsync();
        return new SiteFace(profile.Name.Length > 0 ? profile.Name : settings.Value.Name, profile.LogoPicture);
    }

    public async Task<PaperProfile> FindAsync(CancellationToken cancel = default) =>
        await db.Set<PaperProfile>().AsNoTracking().Include(profile => profile.Logo).OrderBy(profile => profile.Id).FirstOrDefaultAsync(cancel) ?? PaperProfile.Empty;

    /// <param name="version">That of the profile when the form was opened.</param>
    /// <param name="apply">Writes the form's fields into it.</param>
    /// <param name="cancel">Ends with the request.</param>
    public async Task<EditOutcome> SaveAsync(int version, Action<PaperProfile> apply, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var profile = await db.Set<PaperProfile>().OrderBy(profile => profile.Id).FirstOrDefaultAsync(cancel);
        if ((profile?.Version ?? 0) != version)
            return EditOutcome.Stale;
        if (profile is null)
            db.Add(profile = new PaperProfile());
        apply(profile);
        profile.Version++;
        await db.SaveChangesAsync(cancel);
        db.Note(profile);
        trail.Note(new AuditNote { Verb = "change", Kind = profile.Kind, Id = profile.Id, Thing = "Settings of the paper" });
        return await db.FinishAsync(write, cancel);
    }
}
