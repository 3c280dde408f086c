using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using NewsSite.Jobs.Applications.Cvs;
using NewsSite.Platform.Audit;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;
using NewsSite.Platform.Html;
using NewsSite.Platform.Site;

namespace NewsSite.Jobs.Applications;

/// <summary>What a company takes along of its applications: a table, or a ZIP with the table and every CV. Memory holds some hundred at a time.</summary>
public sealed class ApplicationExport(Inbox inbox, CvShelf shelf, NewsDb db, AuditTrail trail, PaperClock clock)
{
    private const int Batch = 200;

    /// <summary>The trail says that personal data left the site, and how many.</summary>
    public async Task NoteAsync(InboxFilter filter, string how, CancellationToken cancel = default)
    {
        trail.Note(new AuditNote { Verb = "export applications", Kind = "employer", Id = filter.EmployerId, Details = new { how, posting = filter.PostingId } });
        await db.SaveAsync(cancel);
    }

    /// <param name="filter">Which applications.</param>
    /// <param name="heads">What the columns are called, in the reader's language.</param>
    /// <param name="stateOf">A state in words.</param>
    /// <param name="cancel">Ends with the request.</param>
    /// <returns>A file to be read from its start; closed, it is gone.</returns>
    public async Task<Stream> CsvAsync(InboxFilter filter, IReadOnlyList<string> heads, Func<ApplicationState, string> stateOf, CancellationToken cancel = default)
    {
        var file = shelf.OpenPassing();
        await WriteCsvAsync(filter, file, heads, stateOf, cancel);
        file.Position = 0;
        return file;
    }

    /// <summary>The table, and every CV beside it.</summary>
    /// <inheritdoc cref="CsvAsync"/>
    public async Task<Stream> ZipAsync(InboxFilter filter, IReadOnlyList<string> heads, Func<ApplicationState, string> stateOf, CancellationToken cancel = default)
    {
        var file = shelf.OpenPassing();
        // Into a file first: packing writes its last bytes in a way that an answer on its way does not allow.
        await using (var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel))
        {
            await using (var table = await archive.CreateEntry("applications.csv", CompressionLevel.Fastest).OpenAsync(cancel))
                await WriteCsvAsync(filter, table, heads, stateOf, cancel);
            await foreach (var application in EachAsync(filter, cancel))
                await AddAsync(archive, application, cancel);
        }
        file.Position = 0;
        return file;
    }

    private async Task AddAsync(ZipArchive archive, Application application, CancellationToken cancel)
    {
        if (shelf.Find(application) is not { } path)
            return;
        // All three kinds are packed already.
        await using var entry = await archive.CreateEntry(FileName(application), CompressionLevel.NoCompression).OpenAsync(cancel);
        await using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.Read | FileShare.Delete });
        await file.CopyToAsync(entry, cancel);
    }

    private async Task WriteCsvAsync(InboxFilter filter, Stream target, IReadOnlyList<string> heads, Func<ApplicationState, string> stateOf, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await writer.WriteAsync(CsvLine.Mark + CsvLine.Of(heads));
        await foreach (var application in EachAsync(filter, cancel))
            await writer.WriteAsync(Line(application, stateOf).AsMemory(), cancel);
        await writer.FlushAsync(cancel);
    }

    /// <summary>Made of digits, letters and hyphens: a name that somebody typed never becomes a path.</summary>
    internal static string FileName(Application application) =>
        string.Create(CultureInfo.InvariantCulture, $"cv/{application.Id:D6}-{Slug.From(application.Name)}.{CvFile.Extension(application.CvType!.Value)}");

    private async IAsyncEnumerable<Application> EachAsync(InboxFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = 0L; ;)
        {
            var part = await inbox.AfterAsync(filter, after, Batch, cancel);
            foreach (var application in part)
                yield return application;
            if (part.Count < Batch)
                yield break;
            after = part[^1].Id;
        }
    }

    private string Line(Application application, Func<ApplicationState, string> stateOf) => CsvLine.Of(
        application.Id.ToString(CultureInfo.InvariantCulture),
        clock.Local(application.ReceivedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        application.Posting.Title,
        application.Posting.Reference,
        application.Name,
        application.Email,
        application.ConfirmedAt is { } confirmed ? clock.Local(confirmed).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "",
        application.Phone,
        stateOf(application.State),
        application.WithdrawnAt is { } withdrawn ? clock.Local(withdrawn).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "",
        application.Letter,
        string.Join('\n', application.Answers.Select(answer => $"{answer.Question}: {answer.Answer}")),
        application.HasCv ? FileName(application) : "");
}
