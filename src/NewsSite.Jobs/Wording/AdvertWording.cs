using System.Text.RegularExpressions;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Wording;

/// <summary>Words that were found in an advert.</summary>
/// <param name="Words">As they stand there.</param>
/// <param name="Better">Empty: leave them out.</param>
public sealed record WordingFinding(WordingFault Fault, string Words, string Better);

/// <summary>Points out words that exclude somebody, and finds questions that may not be asked.</summary>
public static partial class AdvertWording
{
    private const int MostFindings = 20;

    /// <summary>What excludes by gender or age; the employer decides. Each once, in the order of the text.</summary>
    public static IReadOnlyList<WordingFinding> Check(PostingContent content)
    {
        var language = Language.OrDefault(content.Language);
        var text = content.Title + "\n" + content.Description.PlainText();
        var namesBoth = NamesAll().IsMatch(text);
        return [.. WordingRules.All
            .Where(rule => rule.Language == language && rule.Fault != WordingFault.PayHistory && !(rule.Fault == WordingFault.Gender && namesBoth))
            .SelectMany(rule => rule.FindIn(rule.InTitleOnly ? content.Title : text).Select(words => new WordingFinding(rule.Fault, words, rule.Better)))
            .DistinctBy(finding => (finding.Fault, finding.Words.ToUpperInvariant()))
            .OrderBy(finding => text.IndexOf(finding.Words, StringComparison.Ordinal)).Take(MostFindings)];
    }

    /// <summary>The words by which a text asks what somebody earned before, in any language; null: it does not. That may not be asked at all.</summary>
    public static string? AsksPayHistory(string text) =>
        WordingRules.All.Where(rule => rule.Fault == WordingFault.PayHistory).SelectMany(rule => rule.FindIn(text)).FirstOrDefault();

    /// <summary>(m/v/x), H/F, (f/m/d): the advert says that it means everybody.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])[mvhfwxd]\s?/\s?[mvhfwxd](\s?/\s?[mvhfwxd])?(?![\p{L}\p{N}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamesAll();
}
