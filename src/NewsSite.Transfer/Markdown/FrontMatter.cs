namespace NewsSite.Transfer.Markdown;

/// <summary>
/// The lines "key: value" at the head of a file, between two lines "---". Not YAML: a value is the rest of its line as it
/// stands, so that a headline with a colon needs no quotes.
/// </summary>
internal sealed class FrontMatter
{
    private readonly Dictionary<string, (string Value, int Line)> _entries = new(StringComparer.Ordinal);
    private readonly string _file;

    private FrontMatter(string file) => _file = file;

    /// <param name="lines">Of the whole file.</param>
    /// <param name="end">The index of the first line after the front matter.</param>
    public static FrontMatter Read(string file, IReadOnlyList<string> lines, out int end)
    {
        var front = new FrontMatter(file);
        if (lines[0].TrimEnd() != "---")
            throw new MarkdownException(file, 1, "must begin with a line '---' and lines such as 'title: …'");
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].TrimEnd() == "---")
            {
                end = i + 1;
                return front;
            }
            if (lines[i].Trim().Length > 0)
                front.Add(lines[i], i + 1);
        }
        throw new MarkdownException(file, lines.Count, "the line '---' that ends the front matter is missing");
    }

    /// <summary>Refuses keys that mean nothing here, so that a misspelt one is noticed.</summary>
    public void Allow(params IReadOnlyList<string> keys)
    {
        foreach (var (key, (_, line)) in _entries)
        {
            if (!keys.Contains(key))
                throw new MarkdownException(_file, line, $"'{key}' is not a known key; known are {string.Join(", ", keys)}");
        }
    }

    public string Need(string key) =>
        Find(key) ?? throw new MarkdownException(_file, 1, $"the line '{key}: …' is missing");

    /// <summary>The value; null where the line is missing or empty.</summary>
    public string? Find(string key) =>
        _entries.TryGetValue(key, out var entry) && entry.Value.Length > 0 ? entry.Value : null;

    /// <summary>A value that is a list with a separator; empty where the line is missing.</summary>
    public IReadOnlyList<string> List(string key, char separator = ',') =>
        (Find(key) ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is wrong with the value of a key.</summary>
    public MarkdownException Problem(string key, string problem) =>
        new(_file, _entries.TryGetValue(key, out var entry) ? entry.Line : 1, $"{key}: {problem}");

    private void Add(string line, int number)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? "" : line[..colon].Trim();
        if (key.Length == 0 || !key.All(character => char.IsAsciiLetterLower(character) || character == '-'))
            throw new MarkdownException(_file, number, $"'{line.Trim()}' is not a line 'key: value'");
        if (!_entries.TryAdd(key, (line[(colon + 1)..].Trim(), number)))
            throw new MarkdownException(_file, number, $"'{key}' stands there twice");
    }
}
