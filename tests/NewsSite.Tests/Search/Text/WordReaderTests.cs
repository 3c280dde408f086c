using NewsSite.Search.Text;

namespace NewsSite.Tests.Search.Text;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("Minister wil 20 scholen bouwen.", "minister wil 20 scholen bouwen")]
    [InlineData("C++, C#, F# en g++; .NET of ASP.NET (Core)!", "c++ c# f# en g++ .net of asp.net core")]
    [InlineData("C/C++ … A+ 18+ Notepad++ nr.#5", "c c++ a 18 notepad nr 5")]
    [InlineData("L’infirmière qu'il d'abord jusqu'à", "infirmière il abord à")]
    [InlineData("aujourd'hui prud’hommes rock'n'roll zo'n don't foto's", "aujourd'hui prud'hommes rock'n'roll zo'n don't foto's")]
    [InlineData("'s-Gravenbrakel, ‘s avonds, 't Zand", "gravenbrakel s avonds t zand")]
    [InlineData("ex-premier vice‑president Sint-Pieters-Woluwe - en – zo-", "ex-premier vice-president sint-pieters-woluwe en zo")]
    [InlineData("3,5 procent van 1.000.000 om 10:30, 24/7, 12/05/2024", "3,5 procent van 1.000.000 om 10:30 24/7 12/05/2024")]
    [InlineData("jan.peeters@example.be @jan_p #Brussel # @ .", "jan.peeters@example.be @jan_p #brussel")]
    [InlineData("R&D bij H&M & co", "r&d bij h&m co")]
    [InlineData("(m/v/x) en/of", "m v x en of")]
    [InlineData("ŒUVRE Straße İstanbul ÉCOLE x² ½", "œuvre straße istanbul école x² ½")]
    [InlineData("東京 Tōkyō", "東 京 tōkyō")]
    public void Words_are_what_a_reader_calls_so(string text, string words) => Assert.Equal(words, string.Join(' ', WordsOf(text).Select(word => word.Word)));

    [Fact]
    public void A_word_knows_where_it_stands_in_the_text()
    {
        const string text = "Wij zoeken l'Infirmière van 's-Gravenbrakel, en C++.";

        Assert.Equal(["Wij", "zoeken", "Infirmière", "van", "Gravenbrakel", "en", "C++"], WordsOf(text).Select(word => text.Substring(word.Start, word.Length)));
    }

    [Fact]
    public void A_joined_word_takes_as_many_places_as_it_has_parts() =>
        Assert.Equal([0, 1, 3, 4, 8], WordsOf("een e-mail naar jan.peeters@example.be sturen").Select(word => word.Position));

    [Fact]
    public void Lines_are_far_apart() =>
        Assert.Equal([0, 1, 1 + WordReader.LineGap + 1], WordsOf("\n\nDe titel\r\n\n…\ntekst\n").Select(word => word.Position));

    [Theory]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("vracht\u00ADwagen\u200Bs", "vrachtwagens")]
    [InlineData("\u202Eabc\u202C \u200F\u200E \uFEFFdef", "abc def")]
    [InlineData("a\uD800b\uDC00c", "a b c")]
    [InlineData("\uD835\uDC9C\uD835", "\uD835\uDC9C")]
    public void Odd_characters_do_no_harm(string text, string words) => Assert.Equal(words, string.Join(' ', WordsOf(text).Select(word => word.Word)));

    private static List<(string Word, int Position, int Start, int Length)> WordsOf(string text)
    {
        List<(string, int, int, int)> words = [];
        var reader = new WordReader(text);
        while (reader.Read())
            words.Add((reader.Word.ToString(), reader.Position, reader.Start, reader.Length));
        return words;
    }
}
