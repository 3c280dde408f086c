using NewsSite.Platform.Languages;
using NewsSite.Search.Text;

namespace NewsSite.Tests.Search.Text;

public sealed class LexiconTests
{
    private static readonly Lexicon Lexicon = new();

    [Theory]
    [InlineData("é", "e")]
    [InlineData("straße", "strasse")]
    [InlineData("œuvre", "oeuvre")]
    [InlineData("cæsar", "caesar")]
    [InlineData("søren", "soren")]
    [InlineData("łódź", "lodz")]
    [InlineData("ışık", "isik")]
    [InlineData("ﬁnale", "finale")]
    [InlineData("e-mail", "email")]
    [InlineData("foto's", "fotos")]
    [InlineData("o'brien", "obrien")]
    [InlineData("aujourd'huis", "aujourdhuis")]
    [InlineData("zo'n", "zo'n")]
    [InlineData("u.s.a", "usa")]
    [InlineData("3,5", "3.5")]
    [InlineData("1.000.000", "1000000")]
    [InlineData("1,000.5", "1000.5")]
    [InlineData("24/7", "24/7")]
    [InlineData("x²", "x2")]
    [InlineData("c++", "c++")]
    public void Words_are_compared_folded(string word, string exact) => Assert.Equal(exact, Lexicon.Analyse(word, Language.Dutch).Exact);

    [Theory]
    [InlineData("en", "nurses", "nurs")]
    [InlineData("nl", "vacatures", "vacatur")]
    [InlineData("nl", "gewestelijke", "gewest")]
    [InlineData("nl", "ministers", "minister")]
    [InlineData("fr", "infirmières", "infirmi")]
    [InlineData("fr", "2e", "2e")]
    [InlineData("en", "jan@example.be", "jan@example.be")]
    public void A_word_has_a_stem_in_its_language(string language, string word, string stem) => Assert.Equal(stem, Lexicon.Analyse(word, Language.OrDefault(language)).Stem);

    [Theory]
    [InlineData("e-mail", "e mail")]
    [InlineData("asp.net", "asp .net")]
    [InlineData("jan.peeters@example.be", "jan peeters example be")]
    [InlineData("sint-pieters-woluwe", "sint pieters woluwe")]
    [InlineData("24/7", "24 7")]
    [InlineData("@jan_p", "jan p")]
    [InlineData("#brussel", "brussel")]
    [InlineData("c#", "")]
    [InlineData(".net", "")]
    [InlineData("3,5", "")]
    [InlineData("12.05.2024", "")]
    [InlineData("zo'n", "")]
    public void A_joined_word_has_parts(string word, string parts) => Assert.Equal(parts, Parts(word));

    [Theory]
    [InlineData("the", "en", true)]
    [InlineData("zo'n", "nl", true)]
    [InlineData("même", "fr", true)]
    [InlineData("meme", "fr", true)]
    [InlineData("the", "nl", false)]
    [InlineData("minister", "nl", false)]
    public void Stop_words_are_known_by_language(string word, string language, bool isStopWord) =>
        Assert.Equal(isStopWord, Lexicon.Analyse(word, Language.OrDefault(language)).IsStopWord);

    [Theory]
    [InlineData("ecole", "écoles")]
    [InlineData("employes", "employés")]
    [InlineData("employee", "employées")]
    [InlineData("infirmiere", "infirmier")]
    [InlineData("musee", "musées")]
    [InlineData("sante", "santé")]
    [InlineData("progres", "progrès")]
    [InlineData("laicite", "laïcité")]
    [InlineData("considerait", "considérait")]
    [InlineData("oeuvre", "œuvres")]
    [InlineData("garcon", "garçons")]
    public void French_words_are_found_without_their_accents(string typed, string written) =>
        Assert.Contains(Lexicon.Analyse(written, Language.French).Stem, Lexicon.StemsOf(typed));

    [Theory]
    [InlineData("financiele", "financiële")]
    [InlineData("geinteresseerd", "geïnteresseerde")]
    [InlineData("coordinatoren", "coördinatoren")]
    [InlineData("comite", "comité")]
    public void Dutch_words_are_found_without_their_accents(string typed, string written) =>
        Assert.Contains(Lexicon.Analyse(written, Language.Dutch).Stem, Lexicon.StemsOf(typed));

    [SharedDataFact("snowball")]
    public void Nearly_every_accented_word_is_found_without_its_accents()
    {
        var accented = File.ReadAllLines(SharedData.PathOf("snowball", "french", "voc.txt")).Where(word => !word.Contains('\'') && Folding.Fold(word) != word).ToList();

        var found = accented.Count(word => Lexicon.StemsOf(Folding.Fold(word)).Contains(Lexicon.Analyse(word, Language.French).Stem));

        Assert.True(found > accented.Count * 0.99, $"{found} of {accented.Count}");
    }

    [Fact]
    public void A_word_that_is_remembered_is_one_object()
    {
        Assert.Same(Lexicon.Analyse("krant", Language.Dutch), Lexicon.Analyse("krant", Language.Dutch));
        Assert.NotSame(Lexicon.Analyse("krant", Language.Dutch), Lexicon.Analyse("krant", Language.French));
    }

    [Fact]
    public void The_version_tells_the_lists()
    {
        Assert.Equal(new Lexicon().Version, Lexicon.Version);
        Assert.Matches("^[0-9]+-[0-9a-f]{12}$", Lexicon.Version);
    }

    [Fact]
    public void Any_text_is_read_word_by_word()
    {
        var random = new Random(6);
        foreach (var text in Hostile.Texts().Concat(Enumerable.Range(0, 20_000).Select(_ => Hostile.Text(random))))
        {
            var reader = new WordReader(text);
            var (position, end) = (-1, 0);
            while (reader.Read())
            {
                Assert.InRange(reader.Word.Length, 1, WordReader.MaxLength);
                Assert.True(reader.Word.IsNormalized());
                Assert.True(reader.Position > position && reader.Start >= end && reader.Length > 0);
                (position, end) = (reader.Position, reader.Start + reader.Length);
                Assert.True(end <= text.Length);
                if (position > 5_000)
                    break;
                foreach (var language in Language.All)
                {
                    var word = Lexicon.Analyse(reader.Word, language);
                    Assert.InRange(word.Exact.Length, 1, WordReader.MaxLength);
                    Assert.NotEmpty(word.Stem);
                }
            }
        }
    }

    private static string Parts(string word) => string.Join(' ', Lexicon.Analyse(word, Language.Dutch).Parts.Select(part => part.Exact));
}
