using NewsSite.Transfer.Imports;

namespace NewsSite.Transfer.Wordpress.Export;

/// <summary>
/// What the first reading of an export finds: that it is sound to its end, how much there is of what, and the authors and
/// terms, which must be here before the first item is written.
/// </summary>
internal sealed class WxrSurvey
{
    private const int MaxReusable = 4 * 1024 * 1024;

    private readonly Dictionary<(string Taxonomy, string Slug), WxrTerm> _terms = [];
    private readonly Dictionary<string, WxrAuthor> _authors = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _signing = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _types = [];
    private readonly Dictionary<long, string> _reusable = [];
    private int _reusableLength;

    public required WxrSite Site { get; init; }

    /// <summary>How many items there are of each type, but for what is in the bin.</summary>
    public IReadOnlyDictionary<string, int> Types => _types;

    public int Comments { get; private set; }

    public int ControlCharacters { get; private set; }

    /// <summary>The texts of reusable blocks, by their ids.</summary>
    public IReadOnlyDictionary<long, string> Reusable => _reusable;

    /// <summary>Those who signed a post, with those whom the export names only there.</summary>
    public IEnumerable<WxrAuthor> Authors => _signing.Select(login => _authors.GetValueOrDefault(login) ?? new WxrAuthor(login, login));

    public int AuthorsWithoutPosts => _authors.Keys.Count(login => !_signing.Contains(login));

    public IEnumerable<WxrTerm> Terms(string taxonomy) => _terms.Values.Where(term => term.Taxonomy == taxonomy);

    /// <exception cref="ImportException">The file is broken or no export.</exception>
    public static WxrSurvey Of(string path, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        try
        {
            return Read(path, progress, cancel);
        }
        catch (ImportException broken)
        {
            throw new ImportException(broken.Message + ". Nothing was imported.");
        }
    }

    private static WxrSurvey Read(string path, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        using var reader = new WxrReader(path);
        var survey = new WxrSurvey { Site = reader.Site };
        var count = 0;
        foreach (var entry in reader.Entries())
        {
            survey.Add(entry);
            if (++count % 500 != 0)
                continue;
            cancel.ThrowIfCancellationRequested();
            progress.Report(new ImportProgress(ImportProgress.ReadingExport, reader.Position, reader.Length));
        }
        survey.ControlCharacters = reader.ControlCharacters;
        if (survey._types.Count == 0 && survey._terms.Count == 0 && survey._authors.Count == 0)
            throw new ImportException($"{path}: nothing in the file is of WordPress; make the file with Tools, Export");
        progress.Report(new ImportProgress(ImportProgress.ReadingExport, reader.Length, reader.Length));
        return survey;
    }

    /// <summary>Who signed an item: the guest authors of a plug-in, else the one who made it.</summary>
    public static IEnumerable<string> Signing(WxrItem item)
    {
        var guests = item.Terms.Where(term => term.Taxonomy == "author").Select(term => term.Slug.StartsWith("cap-", StringComparison.Ordinal) ? term.Slug[4..] : term.Slug).ToList();
        return guests.Count > 0 ? guests : item.Creator.Length > 0 ? [item.Creator] : [];
    }

    private void Add(WxrEntry entry)
    {
        switch (entry)
        {
            case WxrAuthor author when author.Login.Length > 0:
                _authors[author.Login] = author;
                break;
            case WxrTerm term when term.Slug.Length > 0:
                _terms[(term.Taxonomy, term.Slug)] = term;
                break;
            case WxrItem { Type.Length: > 0 } item:
                Add(item);
                break;
        }
    }

    private void Add(WxrItem item)
    {
        _types[item.Type] = _types.GetValueOrDefault(item.Type) + 1;
        Comments += item.Comments;
        if (item.Type == "wp_block" && _reusableLength < MaxReusable)
        {
            _reusable[item.Id] = item.Content;
            _reusableLength += item.Content.Length;
        }
        if (item.Type == "post")
        {
            foreach (var guest in item.Terms.Where(term => term.Taxonomy == "author"))
                _authors.TryAdd(guest.Slug.StartsWith("cap-", StringComparison.Ordinal) ? guest.Slug[4..] : guest.Slug, new WxrAuthor(guest.Slug, guest.Name));
            _signing.UnionWith(Signing(item));
        }
        if (item.Type is "post" or "job_listing")
        {
            foreach (var term in item.Terms)
                _terms.TryAdd((term.Taxonomy, term.Slug), term);
        }
    }
}
