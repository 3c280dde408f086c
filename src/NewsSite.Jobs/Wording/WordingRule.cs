using System.Text.RegularExpressions;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Wording;

/// <summary>What is wrong with words in an advert.</summary>
public enum WordingFault
{
    /// <summary>They speak to women or to men only.</summary>
    Gender,

    /// <summary>They speak to the young or to the old only.</summary>
    Age,

    /// <summary>They ask what somebody earned before, which may not be asked (Directive 2023/970).</summary>
    PayHistory,
}

/// <summary>Words that exclude somebody, and what may stand in their place.</summary>
/// <param name="Words">In lower case; # stands for a number of one or two digits.</param>
/// <param name="Better">In the same language; empty: leave it out.</param>
/// <param name="InTitleOnly">In running text the words are innocent.</param>
public sealed record WordingRule(WordingFault Fault, Language Language, IReadOnlyList<string> Words, string Better = "", bool InTitleOnly = false)
{
    private readonly Regex _pattern = new(
        @"(?<![\p{L}\p{N}])(?:" + string.Join('|', Words.OrderByDescending(word => word.Length).Select(Pattern)) + @")(?![\p{L}\p{N}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    internal IEnumerable<string> FindIn(string text) => _pattern.Matches(text).Select(match => match.Value);

    private static string Pattern(string words) => Regex.Escape(words)
        .Replace(@"\#", "[0-9]{1,2}", StringComparison.Ordinal)
        .Replace(@"\ ", @"\s+", StringComparison.Ordinal)
        .Replace("'", "['’]", StringComparison.Ordinal);
}
