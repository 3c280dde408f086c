using System.Globalization;
using NewsSite.Transfer.Markdown;

namespace NewsSite.Transfer.Demo;

/// <summary>Spans of time as the demo files write them: "35m", "3h", "2d 5h", "3w 1d".</summary>
internal static class DemoSpan
{
    public static TimeSpan? Find(FrontMatter front, string key)
    {
        if (front.Find(key) is not { } text)
            return null;
        var sum = TimeSpan.Zero;
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part.AsSpan(0, part.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                throw NotASpan(front, key, text);
            sum += part[^1] switch
            {
                'm' => TimeSpan.FromMinutes(count),
                'h' => TimeSpan.FromHours(count),
                'd' => TimeSpan.FromDays(count),
                'w' => TimeSpan.FromDays(7 * count),
                _ => throw NotASpan(front, key, text),
            };
        }
        return sum;
    }

    public static TimeSpan Need(FrontMatter front, string key) =>
        Find(front, key) ?? throw front.Problem(key, "is missing; write a span of time such as '2d 5h'");

    private static MarkdownException NotASpan(FrontMatter front, string key, string text) =>
        front.Problem(key, $"'{text}' is not a span of time such as '35m', '3h' or '2d 5h'");
}
