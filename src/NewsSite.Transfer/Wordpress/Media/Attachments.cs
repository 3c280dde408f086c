using System.Text.RegularExpressions;

namespace NewsSite.Transfer.Wordpress.Media;

/// <summary>
/// The attachments of an export, found by their id or by the address of any of their sizes. Kept in memory while the import
/// runs, so only what finding takes.
/// </summary>
internal sealed partial class Attachments
{
    public static readonly Attachments None = new();

    private readonly Dictionary<long, Attachment> _byId = [];
    private readonly Dictionary<string, long> _byPath = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, long> _byStem = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, List<long>> _byPost = [];
    private readonly HashSet<string> _brought = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="path">See <see cref="PathOf"/>.</param>
    public void Add(Attachment attachment, string? path)
    {
        _byId[attachment.Id] = attachment;
        if (path is not null && attachment.Media is not null)
        {
            _byPath.TryAdd(path, attachment.Id);
            if (StemOf(path) is { } stem && stem != path)
                _byStem.TryAdd(stem, attachment.Id);
        }
        if (attachment.Post == 0)
            return;
        if (!_byPost.TryGetValue(attachment.Post, out var siblings))
            _byPost[attachment.Post] = siblings = [];
        siblings.Add(attachment.Id);
    }

    /// <summary>
    /// The media item whose file one of the addresses names, else that of the attachment with the id, else the one of which an
    /// address names a smaller size.
    /// </summary>
    public long? Find(long? id, IEnumerable<string> addresses)
    {
        if (_byId.Count == 0)
            return null;
        var paths = addresses.Select(PathOf).OfType<string>().ToList();
        if (paths.Select(path => MediaAt(_byPath, path)).FirstOrDefault(media => media is not null) is { } exact)
            return exact;
        if (id is { } known && _byId.TryGetValue(known, out var attachment) && attachment.Media is { } named)
            return named;
        return paths.Select(StemOf).Select(stem => MediaAt(_byPath, stem) ?? MediaAt(_byStem, stem)).FirstOrDefault(media => media is not null);
    }

    /// <summary>The file of that address is here now, and its old address leads to it.</summary>
    public void Bring(string address)
    {
        if (PathOf(address) is { } path)
            _brought.Add(path);
    }

    public bool IsBrought(Uri address) => PathOf(address.AbsoluteUri) is { } path && _brought.Contains(path);

    public string? Address(long id) => _byId.GetValueOrDefault(id)?.Address;

    public Attachment? Of(long id) => _byId.GetValueOrDefault(id);

    /// <summary>The attachments that belong to a post, in the export's order.</summary>
    public IReadOnlyList<long> OfPost(long post) => _byPost.TryGetValue(post, out var ids) ? ids : [];

    /// <summary>What is the same wherever the uploads are kept: the path under their folder.</summary>
    public static string? PathOf(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        var scheme = path.IndexOf("//", StringComparison.Ordinal);
        if (scheme >= 0)
            path = path.IndexOf('/', scheme + 2) is > 0 and var slash ? path[slash..] : "";
        var uploads = path.IndexOf("/uploads/", StringComparison.Ordinal);
        if (uploads >= 0)
            path = path[(uploads + "/uploads".Length)..];
        return path.Length is > 1 and < 500 ? Uri.UnescapeDataString(path).TrimStart('/') : null;
    }

    /// <summary>The same without the size at its end: what all sizes of one picture share.</summary>
    public static string StemOf(string path) => Size().Replace(path, "$1");

    private long? MediaAt(Dictionary<string, long> index, string path) =>
        index.TryGetValue(path, out var id) ? _byId[id].Media : null;

    /// <summary>The size that WordPress writes behind a name, and "-scaled" behind that of a picture it has made smaller.</summary>
    [GeneratedRegex(@"(?:-\d{1,5}x\d{1,5}|-scaled|-rotated)(\.[A-Za-z]{3,4})$")]
    private static partial Regex Size();
}

/// <summary>What the texts need of an attachment.</summary>
/// <param name="Post">The post that it was uploaded to; 0: none.</param>
/// <param name="Media">The media item here; null where it is no picture.</param>
/// <param name="Address">Of the file on the old site.</param>
/// <param name="Page">The address of the page that WordPress gives each attachment.</param>
internal sealed record Attachment(long Id, long Post, long? Media, string Address, string Page);
