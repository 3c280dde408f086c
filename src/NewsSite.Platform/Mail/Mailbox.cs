using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsSite.Platform.Mail;

/// <summary>
/// An address of mail with the name shown beside it. Only what the writer and every server understand gets in: a local part
/// of plain atoms (other scripts too, RFC 6531) and a named host; no quoted local parts, comments, routes or host numbers.
/// </summary>
public sealed partial record Mailbox
{
    private const int MaxLocalBytes = 64;
    private const int MaxDomainCharacters = 253;
    private const int MaxNameCharacters = 200;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <exception cref="FormatException">The address or the name cannot be written into a mail; the message says why.</exception>
    public Mailbox(string address, string name = "")
    {
        if ((Fault(address) ?? NameFault(name)) is { } fault)
            throw new FormatException(fault);
        var at = address.LastIndexOf('@');
        LocalPart = address[..at];
        Domain = Idn.GetAscii(address[(at + 1)..]).ToLowerInvariant();
        Name = name.Trim();
    }

    public string LocalPart { get; }

    /// <summary>In lower case, in the form for servers (xn--…) where it has other letters.</summary>
    public string Domain { get; }

    /// <summary>Empty where there is none.</summary>
    public string Name { get; }

    public string Address => $"{LocalPart}@{Domain}";

    /// <summary>What is wrong with an address, as a sentence; null where nothing is.</summary>
    public static string? Fault(string address)
    {
        if (Unprintable(address) is { } unprintable)
            return $"The mail address holds the character {unprintable}";
        var at = address.LastIndexOf('@');
        if (at < 1 || at == address.Length - 1)
            return $"'{address}' is not a mail address: it needs a name, an @ and a host";
        if (!LocalPattern().IsMatch(address.AsSpan(0, at)))
            return $"'{address}' is not a mail address: before the @ stand letters, digits and !#$%&'*+-/=?^_`{{|}}~, with single dots between";
        if (Encoding.UTF8.GetByteCount(address.AsSpan(0, at)) > MaxLocalBytes)
            return $"'{address}' is not a mail address: before the @ stand more than {MaxLocalBytes} bytes";
        return IsDomain(address[(at + 1)..]) ? null : $"'{address}' is not a mail address: what follows the @ is no host name";
    }

    /// <summary>Reads "Name &lt;address&gt;" or an address alone, as settings have it.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static Mailbox Parse(string text)
    {
        var trimmed = text.Trim();
        var open = trimmed.LastIndexOf('<');
        return open >= 0 && trimmed.EndsWith('>')
            ? new Mailbox(trimmed[(open + 1)..^1].Trim(), trimmed[..open].Trim().Trim('"'))
            : new Mailbox(trimmed);
    }

    public override string ToString() => Name.Length == 0 ? Address : $"{Name} <{Address}>";

    /// <summary>The first character that must not stand in a header, by its code; null where there is none.</summary>
    internal static string? Unprintable(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            var isPair = char.IsSurrogatePair(text, place);
            if (char.IsControl(text[place]) || text[place] is '\u2028' or '\u2029' || (char.IsSurrogate(text[place]) && !isPair))
                return $"U+{(int)text[place]:X4}";
            if (isPair)
                place++;
        }
        return null;
    }

    private static string? NameFault(string name) =>
        Unprintable(name) is { } unprintable ? $"The name beside a mail address holds the character {unprintable}"
        : name.Length > MaxNameCharacters ? $"The name beside a mail address has more than {MaxNameCharacters} characters"
        : null;

    private static bool IsDomain(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain);
            return ascii.Length <= MaxDomainCharacters && DomainPattern().IsMatch(ascii);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9!#$%&'*+/=?^_`{|}~\u00A1-\uFFFD-]+(\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~\u00A1-\uFFFD-]+)*\z")]
    private static partial Regex LocalPattern();

    /// <summary>Labels of letters, digits and inner hyphens; the last one not of digits alone.</summary>
    [GeneratedRegex(@"^([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)*(?![0-9]+\z)[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\z")]
    private static partial Regex DomainPattern();
}
