using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Files;

/// <summary>
/// Files that belong to one thing and are for few eyes: outside the web root, named at random, never shared even where two are
/// alike, readable by the program's own user only. The file is written before the row that names it; what no row names is swept away.
/// </summary>
/// <param name="shelf">The folder below <see cref="SiteSettings.DataPath"/>; each kind of thing has one, because its sweep knows its own rows only.</param>
public sealed class PrivateFiles(string shelf, IHostEnvironment environment, IOptions<SiteSettings> settings, TimeProvider time)
{
    /// <summary>A younger file may belong to a write that is not committed yet, here or on another node.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>How many names are asked about at once.</summary>
    private const int Batch = 500;

    private const int NameBytes = 16;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> ExtensionSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Folders.Data(environment, settings), shelf)).FullName;

    /// <summary>Writes the bytes to the disk, not only to its cache, and returns their name.</summary>
    /// <param name="extension">Without a dot; a constant of the caller, never a user's text.</param>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> content, string extension, CancellationToken cancel = default)
    {
        var name = $"{RandomNumberGenerator.GetHexString(NameBytes * 2, lowercase: true)}.{extension}";
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, Options(FileMode.CreateNew, FileAccess.Write, FileOptions.Asynchronous));
        await file.WriteAsync(content, cancel);
        await file.FlushAsync(cancel);
        file.Flush(flushToDisk: true);
        return name;
    }

    /// <summary>A file for as long as it is open, such as for what is put together before it is sent; a crash leaves it to the sweep.</summary>
    public FileStream OpenPassing() => new(Path.Combine(_folder, $"{Guid.NewGuid():N}.tmp"), Options(FileMode.CreateNew, FileAccess.ReadWrite, FileOptions.Asynchronous | FileOptions.DeleteOnClose));

    /// <summary>The path of a kept file, or null where the name is none that this store gives or the file is not there.</summary>
    public string? Find(string name) => IsName(name) && File.Exists(PathOf(name)) ? PathOf(name) : null;

    /// <summary>To be called after the commit that takes the name away.</summary>
    public void Remove(string name)
    {
        if (Find(name) is { } path)
            File.Delete(path);
    }

    /// <summary>Deletes what no row names, such as after a crash between file and row.</summary>
    /// <param name="named">Which of these names a committed row has.</param>
    /// <param name="cancel">Ends with the program.</param>
    /// <returns>How many were deleted.</returns>
    public async Task<int> SweepAsync(Func<IReadOnlyList<string>, Task<IReadOnlyCollection<string>>> named, CancellationToken cancel = default)
    {
        var before = time.GetUtcNow() - Grace;
        var swept = 0;
        foreach (var files in new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < before.UtcDateTime).Chunk(Batch))
        {
            cancel.ThrowIfCancellationRequested();
            var known = await named([.. files.Select(file => file.Name)]);
            foreach (var file in files.Where(file => !known.Contains(file.Name)))
            {
                file.Delete();
                swept++;
            }
        }
        return swept;
    }

    private static FileStreamOptions Options(FileMode mode, FileAccess access, FileOptions how)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Options = how };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private string PathOf(string name) => Path.Combine(_folder, name[..2], name);

    private static bool IsName(string name) =>
        name.Length is > (NameBytes * 2) + 1 and < 40 && name[NameBytes * 2] == '.'
        && name.AsSpan(0, NameBytes * 2).IndexOfAnyExcept(HexDigits) < 0
        && name.AsSpan((NameBytes * 2) + 1).IndexOfAnyExcept(ExtensionSigns) < 0;
}
