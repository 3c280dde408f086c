using NewsSite.Platform.Languages;
using NewsSite.Transfer.Imports;
using NewsSite.Transfer.Wordpress.Export;
using NewsSite.Transfer.Wordpress.Html;
using NewsSite.Transfer.Wordpress.Media;
using NewsSite.Transfer.Wordpress.Terms;

namespace NewsSite.Transfer.Wordpress;

/// <summary>What all parts of one run of the import share.</summary>
internal sealed class ImportRun
{
    public required WordpressImportOptions Options { get; init; }
    public required WxrSurvey Survey { get; init; }
    public required ImportedItems Imported { get; init; }
    public required IProgress<ImportProgress> Progress { get; init; }
    public required CancellationToken Cancel { get; init; }
    public ImportReport Report { get; } = new();
    public required Attachments Attachments { get; init; }
    public TermMap Terms { get; } = new();
    public required OldLinks Links { get; init; }

    public Language Language => Options.Language;

    /// <summary>An address of the old site as a path of this one is looked up; null: of another site, or none.</summary>
    public Uri? OldAddress(string address) =>
        Links.Web(address.Length == 0 ? "about:blank" : address, null) is { } uri && Links.IsHere(uri) ? uri : null;

    public HtmlSource Html(WxrItem item) => new()
    {
        Html = ReusableBlocks.Insert(item.Content, Survey.Reusable),
        PostId = item.Id,
        Address = OldAddress(item.Link),
        Links = Links,
        Attachments = Attachments,
    };

    /// <summary>Puts what a conversion noted under the headings of the report.</summary>
    public static void Note(ImportReport report, ConversionNotes notes, string where)
    {
        foreach (var ((kind, what), count) in notes.Counts)
            report.Note(HeadingOf(kind), what, where, count);
    }

    private static string HeadingOf(NoteKind kind) => kind switch
    {
        NoteKind.Element => "Elements without a block (their text was kept)",
        NoteKind.Block => "Blocks that WordPress fills itself (left out)",
        NoteKind.Shortcode => "Shortcodes that are not known here (taken out; what they enclose was kept)",
        NoteKind.Link => "Links that could not be kept",
        NoteKind.Picture => "Pictures that stayed behind",
        NoteKind.File => "Files that stayed behind",
        _ => "Texts that were too long",
    };
}
