using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Site;

namespace NewsSite.Accounts.SignIn;

/// <summary>What is wrong with a password.</summary>
public enum PasswordFlaw
{
    None,
    TooShort,
    TooLong,

    /// <summary>Little but common words, rows of keys, years, the person's name or the paper's.</summary>
    Guessable,
}

/// <summary>
/// A password must be long and not guessable; which kinds of characters it is made of does not matter. What guessers try first
/// (common words, keyboard rows, years, the name and address of the person, the paper's name) is taken out, and enough must be left.
/// </summary>
public sealed partial class PasswordRules(IOptions<SiteSettings> settings)
{
    public const int MinLength = 12;

    /// <summary>Hashing takes longer for longer ones; nobody types more.</summary>
    public const int MaxLength = 200;

    private const int MustBeLeft = 6;
    private const int MustDiffer = 5;
    private const int ShortestWord = 3;
    private const int ShortestRun = 4;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertzuiop", "1qaz2wsx3edc4rfv5tgb", "1q2w3e4r5t6y7u8i9o0p",
    ];

    private static readonly IReadOnlyList<string> Common = ReadCommon();

    /// <param name="password">What was typed.</param>
    /// <param name="personal">The person's name and e-mail address.</param>
    public PasswordFlaw Check(string password, params IReadOnlyList<string> personal)
    {
        var length = password.EnumerateRunes().Count();
        if (length < MinLength)
            return PasswordFlaw.TooShort;
        if (length > MaxLength)
            return PasswordFlaw.TooLong;
        var lower = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        string[] words = [.. personal.Append(settings.Value.Name).SelectMany(Words).Concat(Common).OrderByDescending(word => word.Length)];
        return lower.Distinct().Count() < MustDiffer || Left(lower, words) < MustBeLeft || Left(Unmask(lower), words) < MustBeLeft
            ? PasswordFlaw.Guessable
            : PasswordFlaw.None;
    }

    /// <summary>How many letters and digits are left when all that is guessed first has gone.</summary>
    private static int Left(string text, string[] words)
    {
        // A gap stays where something was taken out, so that what is left of two words never makes a third.
        foreach (var word in words)
            text = text.Replace(word, " ", StringComparison.Ordinal);
        text = Repeated().Replace(Year().Replace(text, " "), " ");
        foreach (var row in Rows)
        {
            text = WithoutRuns(text, row);
            text = WithoutRuns(text, new string([.. row.Reverse()]));
        }
        return text.Count(char.IsLetterOrDigit);
    }

    private static string WithoutRuns(string text, string row)
    {
        for (var length = row.Length; length >= ShortestRun; length--)
        {
            for (var start = 0; start + length <= row.Length; start++)
                text = text.Replace(row.Substring(start, length), " ", StringComparison.Ordinal);
        }
        return text;
    }

    /// <summary>P@ssw0rd is password.</summary>
    private static string Unmask(string text) => new([.. text.Select(letter => letter switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' or '€' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        _ => letter,
    })]);

    private static IEnumerable<string> Words(string text)
    {
        var words = NoWord().Split(text.ToLowerInvariant());
        return words.Append(string.Concat(words)).Where(word => word.Length >= ShortestWord);
    }

    private static string[] ReadCommon()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return reader.ReadToEnd().Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"(19|20)\d\d")]
    private static partial Regex Year();

    [GeneratedRegex(@"(.)\1{2,}")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoWord();
}
