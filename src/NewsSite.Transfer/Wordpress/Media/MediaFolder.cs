namespace NewsSite.Transfer.Wordpress.Media;

/// <summary>
/// The old site's uploads on this machine. The paths come from the export, so nothing outside the folder is ever opened:
/// no step up, no absolute path, no symbolic link.
/// </summary>
internal sealed class MediaFolder
{
    private static readonly string[] Beginnings = ["", "uploads", "wp-content/uploads"];

    private readonly string _root;
    private string _listed = "";
    private ILookup<string, string> _names = Array.Empty<string>().ToLookup(name => name);

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public MediaFolder(string path)
    {
        _root = Path.GetFullPath(path);
        if (!Directory.Exists(_root))
            throw new DirectoryNotFoundException($"{path}: there is no such folder; --media names the old site's folder of uploads");
    }

    /// <summary>The file under that path of the uploads and the smaller ones that WordPress made of it, itself first; empty where it is not there.</summary>
    /// <param name="upload">Such as 2013/03/cat.jpg.</param>
    public IReadOnlyList<string> Find(string upload)
    {
        if (!IsInside(upload))
            return [];
        foreach (var beginning in Beginnings)
        {
            var path = Path.GetFullPath(Path.Combine(_root, beginning, upload));
            if (path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Sizes(path) is { Count: > 0 } files)
                return files;
        }
        return [];
    }

    /// <summary>The file under exactly that path of the uploads; null where it is not there.</summary>
    public string? FindFile(string upload) =>
        Find(upload).FirstOrDefault(file => Path.GetFileName(file) == Path.GetFileName(upload));

    /// <summary>Of a picture that WordPress has scaled down, the sizes are named after the original.</summary>
    private List<string> Sizes(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var name = Path.GetFileName(path);
        var original = name.Replace("-scaled.", ".", StringComparison.Ordinal);
        List(folder);
        return [.. _names[name].Concat(original == name ? [] : _names[original]).Prepend(name).Append(original).Distinct()
            .Select(size => Path.Combine(folder, size)).Where(IsPlain)];
    }

    /// <summary>One listing is remembered: an export names its pictures month by month.</summary>
    private void List(string folder)
    {
        if (_listed == folder)
            return;
        _listed = folder;
        _names = (Directory.Exists(folder) && !LeadsAway(folder) ? Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)) : [])
            .ToLookup(Attachments.StemOf, StringComparer.Ordinal);
    }

    private bool LeadsAway(string folder)
    {
        for (var at = folder; at.Length > _root.Length; at = Path.GetDirectoryName(at)!)
        {
            if (new DirectoryInfo(at).LinkTarget is not null)
                return true;
        }
        return false;
    }

    private static bool IsPlain(string file) => new FileInfo(file) is { Exists: true, LinkTarget: null };

    private static bool IsInside(string upload) =>
        upload.Length is > 0 and < 500 && upload[0] != '/'
        && upload.IndexOfAny(['\\', ':', '\0']) < 0
        && !upload.Split('/').Any(part => part is "" or "." or "..");
}
