using Microsoft.EntityFrameworkCore;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Jobs.Employers;

/// <summary>What a company says of itself.</summary>
public sealed record EmployerProfile
{
    public required string Name { get; init; }
    public required string Language { get; init; }
    public required string About { get; init; }
    public required string Website { get; init; }
    public required string VatNumber { get; init; }

    /// <inheritdoc cref="Employer.Places"/>
    public required string Places { get; init; }

    /// <inheritdoc cref="Employer.Links"/>
    public required string Links { get; init; }
}

/// <summary>Changes of what companies say of themselves; readers and the search see them at once.</summary>
public sealed class EmployerProfiles(NewsDb db, FileStore files, AuditTrail audit)
{
    /// <summary>In bytes.</summary>
    public const int HeaviestLogo = 1024 * 1024;

    /// <summary>Pixels of a side.</summary>
    public const int WidestLogo = 2000;

    public Task<Employer?> FindAsync(long id, CancellationToken cancel = default) => db.Set<Employer>().SingleOrDefaultAsync(employer => employer.Id == id, cancel);

    /// <param name="version">Of the company when the form was opened.</param>
    /// <param name="logo">Checked; null: as it is.</param>
    /// <returns>False: somebody else has changed it since, or it is gone.</returns>
    public async Task<bool> SaveAsync(long id, int version, EmployerProfile profile, PictureFile? logo, CancellationToken cancel = default)
    {
        var kept = logo is null ? null : new Rendition(await files.KeepAsync(logo.Cleaned(), logo.Extension, cancel), logo.Width, logo.Height);
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindAsync(id, cancel) is not { } employer || employer.Version != version)
            return false;
        var isRenamed = employer.Name != profile.Name;
        (employer.Name, employer.Language, employer.About, employer.Website) = (profile.Name, profile.Language, profile.About, profile.Website);
        (employer.VatNumber, employer.Places, employer.Links, employer.Logo) = (profile.VatNumber, profile.Places, profile.Links, kept ?? employer.Logo);
        employer.Version++;
        db.Note(employer);
        if (isRenamed)
        {
            // The search finds its jobs by its name.
            var jobs = db.Set<Posting>().Where(posting => posting.EmployerId == id && posting.State == PostingState.Published);
            db.NoteAll("posting", await jobs.Select(posting => posting.Id).ToListAsync(cancel));
        }
        Note("edit company", employer);
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>What a trusted company posts goes online without the desk looking first.</summary>
    public async Task<bool> TrustAsync(long id, bool isTrusted, CancellationToken cancel = default)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await FindAsync(id, cancel) is not { } employer)
            return false;
        employer.IsTrusted = isTrusted;
        employer.Version++;
        Note(isTrusted ? "trust company" : "trust company no more", employer);
        await write.CommitAsync(cancel);
        return true;
    }

    private void Note(string verb, Employer employer) => audit.Note(new AuditNote { Verb = verb, Kind = employer.Kind, Id = employer.Id, Thing = employer.Name });
}
