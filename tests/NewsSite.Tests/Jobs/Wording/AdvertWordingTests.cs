using System.Globalization;
using NewsSite.Jobs.Postings;
using NewsSite.Jobs.Wording;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Tests.Jobs.Wording;

/// <summary>Each word of the table in many sentences: generated, so that a new word is tested by standing in it.</summary>
public sealed class AdvertWordingTests
{
    public static TheoryData<string, string, WordingFault> Words => [.. WordingRules.All
        .SelectMany(rule => rule.Words.Select(word => (rule.Language.Code, word, rule.Fault, rule.InTitleOnly))).Where(entry => !entry.InTitleOnly)
        .Select(entry => new TheoryDataRow<string, string, WordingFault>(entry.Code, entry.word, entry.Fault))];

    public static TheoryData<string, string> Titles => [.. WordingRules.All.Where(rule => rule.InTitleOnly)
        .SelectMany(rule => rule.Words.Select(word => new TheoryDataRow<string, string>(rule.Language.Code, word)))];

    [Theory]
    [MemberData(nameof(Words))]
    public void Each_word_is_found_wherever_it_stands(string language, string word, WordingFault fault)
    {
        foreach (var number in new[] { 9, 25, 45 })
        {
            var written = word.Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            foreach (var text in Sentences(written))
                Assert.True(IsFound(language, text, fault, written), $"{language}: “{text}”");
        }
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_word_inside_another_is_none(string language, string word, WordingFault fault)
    {
        var written = word.Replace("#", "25", StringComparison.Ordinal);
        foreach (var text in new[] { $"The xyz{written}xyz stands here.", $"Q{written}q", $"{written}zzz" })
            Assert.False(IsFound(language, text, fault, written), $"{language}: “{text}”");
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void A_title_for_one_sex_is_pointed_out_in_the_title_and_not_in_the_text(string language, string title)
    {
        Assert.Contains(AdvertWording.Check(Advert(language, Capital(title), "…")), finding => finding.Better == $"{title} (h/f/x)");
        Assert.Empty(AdvertWording.Check(Advert(language, "X", $"Le {title} travaille ici.")));
        Assert.Empty(AdvertWording.Check(Advert(language, $"{Capital(title)} (h/f/x)", "…")));
    }

    [Theory]
    [InlineData("nl", "Verkoopster (m/v/x)")]
    [InlineData("nl", "Verkoopster V/M")]
    [InlineData("fr", "Vendeuse (H/F)")]
    [InlineData("en", "Waitress (f/m/x)")]
    public void Who_names_everybody_is_not_told(string language, string title) => Assert.Empty(AdvertWording.Check(Advert(language, title, "…")));

    [Theory]
    [InlineData("en", "You have 25 years of experience and manage people between the shifts. Your salary is 3200.")]
    [InlineData("en", "We pay the current salary scale of the sector.")]
    [InlineData("nl", "U hebt 5 jaar ervaring en werkt tussen 8 en 16 uur. Uw loon hangt af van uw ervaring.")]
    [InlineData("fr", "Vous avez moins de 5 ans d’expérience. Votre salaire dépend de l’expérience.")]
    public void Innocent_texts_stay_alone(string language, string text)
    {
        Assert.Empty(AdvertWording.Check(Advert(language, "X", text)));
        Assert.Null(AdvertWording.AsksPayHistory(text));
    }

    [Fact]
    public void Words_of_another_language_are_not_judged() => Assert.DoesNotContain(AdvertWording.Check(Advert("en", "X", "The Barman bookshop in the rue de la Vendeuse")), finding => finding.Words == "Vendeuse");

    private static IEnumerable<string> Sentences(string word) =>
        [word, Capital(word) + ".", $"We look: {word}, soon.", $"(“{word}”)", $"…\n- {word}\n- …", word.ToUpperInvariant(), $"a {word.Replace(" ", "  ", StringComparison.Ordinal)}!", $"a {word.Replace('\'', '’')} b"];

    private static bool IsFound(string language, string text, WordingFault fault, string word) => fault == WordingFault.PayHistory
        ? AdvertWording.AsksPayHistory(text) is not null
        : AdvertWording.Check(Advert(language, "X", text)).Any(finding => finding.Fault == fault && Plain(finding.Words).Contains(Plain(word), StringComparison.OrdinalIgnoreCase))
            || AdvertWording.Check(Advert(language, "X", text)).Any(finding => finding.Fault == fault && Plain(word).Contains(Plain(finding.Words), StringComparison.OrdinalIgnoreCase));

    private static string Plain(string text) => string.Join(' ', text.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static PostingContent Advert(string language, string title, string text) => new()
    {
        Language = language,
        Title = title,
        Description = BlockDocument.Of([.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Block.Paragraph(line))]),
    };
}
