using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsSite.Transfer.Markdown;

namespace NewsSite.Transfer.Demo;

/// <summary>The demo paper's files, which the assembly carries.</summary>
internal static class DemoFiles
{
    private static readonly string[] Names = typeof(DemoFiles).Assembly.GetManifestResourceNames();

    /// <summary>Names of the files in a folder and below, such as "Demo/Articles/en/canal.md", in order.</summary>
    /// <param name="folder">Such as "Articles".</param>
    public static IReadOnlyList<string> In(string folder) =>
        [.. Names.Where(name => name.StartsWith($"Demo/{folder}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(DemoFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The demo paper has no file {name}", name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static MarkdownFile Markdown(string name) => MarkdownFile.Read(name, Encoding.UTF8.GetString(Bytes(name)));

    public static IReadOnlyList<T> List<T>(string name, JsonTypeInfo<List<T>> type)
    {
        try
        {
            return JsonSerializer.Deserialize(Bytes($"Demo/{name}"), type)!;
        }
        catch (JsonException unreadable)
        {
            throw new InvalidDataException($"Demo/{name}: {unreadable.Message}", unreadable);
        }
    }
}
