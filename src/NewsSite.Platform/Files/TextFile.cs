using System.IO.Compression;
using System.Text;

namespace NewsSite.Platform.Files;

/// <summary>Opens text files that somebody brings, packed or not.</summary>
public static class TextFile
{
    /// <summary>UTF-8, with or without its mark; unpacked on the way where the name ends in .gz.</summary>
    /// <exception cref="FormatException">While reading: a line holds bytes that are no UTF-8.</exception>
    public static StreamReader Open(string path)
    {
        Stream file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan | FileOptions.Asynchronous);
        if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            file = new GZipStream(file, CompressionMode.Decompress);
        return new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
    }
}
