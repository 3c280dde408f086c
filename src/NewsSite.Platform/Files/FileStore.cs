using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Files;

/// <summary>
/// Files that never change, named by what is in them: the same picture is kept once, and its address may be cached for ever.
/// The file is written before any row that names it.
/// </summary>
public sealed class FileStore(IHostEnvironment environment, IOptions<SiteSettings> settings)
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> ExtensionSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Folders.Data(environment, settings), "media")).FullName;

    /// <summary>Keeps the bytes and returns their name: 32 hexadecimal digits of the SHA-256 and the extension.</summary>
    /// <param name="extension">Without a dot; a constant of the caller, never a user's text.</param>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> content, string extension, CancellationToken cancel = default)
    {
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 16))}.{extension}";
        var path = PathOf(name);
        if (File.Exists(path))
            return name;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        await File.WriteAllBytesAsync(unfinished, content, cancel);
        File.Move(unfinished, path, overwrite: true);
        return name;
    }

    /// <summary>
    /// Deletes a file unless somebody still names it. It is moved aside before they are asked, and keepers look once more after
    /// their commit, so that a file that is kept again in the same moment is never lost.
    /// </summary>
    /// <param name="name">As <see cref="KeepAsync"/> gave it.</param>
    /// <param name="isNamed">Whether a committed row names it.</param>
    public async Task RemoveAsync(string name, Func<Task<bool>> isNamed)
    {
        if (Find(name) is not { } path)
            return;
        var aside = path + ".gone";
        try
        {
            File.Move(path, aside, overwrite: true);
        }
        catch (FileNotFoundException)
        {
            // Another one removes it.
            return;
        }
        if (await isNamed())
            File.Move(aside, path, overwrite: true);
        else
            File.Delete(aside);
    }

    /// <summary>The path of a kept file, or null where the name is none that this store gives or the file is not there.</summary>
    public string? Find(string name) =>
        IsName(name) && File.Exists(PathOf(name)) ? PathOf(name) : null;

    private string PathOf(string name) => Path.Combine(_folder, name[..2], name);

    private static bool IsName(string name) =>
        name.Length is > 33 and < 40 && name[32] == '.'
        && name.AsSpan(0, 32).IndexOfAnyExcept(HexDigits) < 0
        && name.AsSpan(33).IndexOfAnyExcept(ExtensionSigns) < 0;
}
