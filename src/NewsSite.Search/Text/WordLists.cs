using System.Security.Cryptography;
using System.Text;

namespace NewsSite.Search.Text;

/// <summary>The word lists that come with the program, in Words/: words parted by white space, in lower case.</summary>
internal static class WordLists
{
    public static IReadOnlyList<string> Read(string name) => Text(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of each line.</summary>
    public static IEnumerable<string[]> ReadLines(string name) => Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Of all lists' contents.</summary>
    public static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var resource in typeof(WordLists).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourceOf(""), StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes(Text(resource[ResourceOf("").Length..])));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    private static string Text(string name)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream(ResourceOf(name))
            ?? throw new InvalidOperationException($"The program comes without the word list {name}: build it again");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string ResourceOf(string name) => "NewsSite.Search.Text.Words." + name;
}
