using System.Globalization;
using System.Text;

namespace NewsSite.Benchmarks;

/// <summary>The table that README quotes.</summary>
internal sealed class Figures
{
    private readonly List<(string What, string Value, string Bar, bool? IsMet)> _lines = [];

    public bool AllMet => _lines.TrueForAll(line => line.IsMet != false);

    public void Add(string what, string value, string bar, bool isMet) => Add((what, value, bar, isMet));

    /// <summary>A figure without a bar.</summary>
    public void Add(string what, string value) => Add((what, value, "", null));

    public string ToMarkdown()
    {
        var table = new StringBuilder("| What | Measured | Bar | |\n|---|---|---|---|\n");
        foreach (var (what, value, bar, isMet) in _lines)
            table.Append(CultureInfo.InvariantCulture, $"| {what} | {value} | {bar} | {isMet switch { true => "met", false => "missed", null => "" }} |\n");
        return table.ToString();
    }

    private void Add((string What, string Value, string Bar, bool? IsMet) line)
    {
        _lines.Add(line);
        Console.WriteLine($"  {line.What}: {line.Value}{(line.IsMet == false ? $" (bar: {line.Bar})" : "")}");
    }
}
