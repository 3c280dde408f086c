using NewsSite.Search.Figures;

namespace NewsSite.Tests.Search.Figures;

public sealed class AskedWordsTests
{
    [Theory]
    [InlineData("Tram  STRIKE ", "tram strike")]
    [InlineData("\t\"Grote Markt\" -kerst\r\n", "\"grote markt\" -kerst")]
    [InlineData("École", "école")]
    [InlineData("1080 Molenbeek 2026", "1080 molenbeek 2026")]
    [InlineData("", "")]
    [InlineData(" \u200f\u0000 ", "")]
    [InlineData("half \ud83d of it", "half of it")]
    public void Words_are_kept_in_small_letters_with_single_spaces(string typed, string kept) => Assert.Equal(kept, AskedWords.Of(typed));

    [Theory]
    [InlineData("jan.peeters@example.be")]
    [InlineData("who is jan＠example")]
    [InlineData("0475 12 34 56")]
    [InlineData("+32 (0)475/12.34.56")]
    [InlineData("85.07.30-033.61")]
    [InlineData("BE68 5390 0754 7034")]
    [InlineData("٠٤٧٥١٢٣٤٥٦")]
    public void What_names_a_person_is_not_kept(string typed) => Assert.Equal("", AskedWords.Of(typed));

    [Fact]
    public void A_pasted_text_is_not_kept()
    {
        Assert.Equal(new string('a', AskedWords.MaxLength), AskedWords.Of(new string('a', AskedWords.MaxLength)));
        Assert.Equal("", AskedWords.Of(new string('a', AskedWords.MaxLength + 1)));
        Assert.Equal("", AskedWords.Of(string.Concat(Enumerable.Repeat("\"", 10_000))));
    }
}
