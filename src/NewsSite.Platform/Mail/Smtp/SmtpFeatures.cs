using System.Globalization;

namespace NewsSite.Platform.Mail.Smtp;

/// <summary>What a server has said to EHLO that it can.</summary>
internal sealed class SmtpFeatures
{
    public static readonly SmtpFeatures None = new([]);

    private readonly Dictionary<string, string> _offered = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="lines">The reply's lines after the first.</param>
    public SmtpFeatures(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            // Some old servers write AUTH=LOGIN beside or instead of AUTH LOGIN.
            var words = line.Split([' ', '='], 2, StringSplitOptions.TrimEntries);
            var parameters = words.Length > 1 ? words[1] : "";
            _offered[words[0]] = _offered.TryGetValue(words[0], out var known) ? $"{known} {parameters}" : parameters;
        }
    }

    public bool HasStartTls => _offered.ContainsKey("STARTTLS");

    public bool HasPipelining => _offered.ContainsKey("PIPELINING");

    public bool HasSize => _offered.ContainsKey("SIZE");

    public bool Has8BitMime => _offered.ContainsKey("8BITMIME");

    public bool HasUtf8 => _offered.ContainsKey("SMTPUTF8");

    public IReadOnlyList<string> Logins => _offered.TryGetValue("AUTH", out var mechanisms)
        ? mechanisms.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)
        : [];

    /// <summary>The most bytes of a mail; 0 where the server names no limit.</summary>
    public long MaxSize => _offered.TryGetValue("SIZE", out var size) && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : 0;
}
