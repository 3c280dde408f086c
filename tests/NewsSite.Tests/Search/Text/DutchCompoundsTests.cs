using NewsSite.Search.Text;

namespace NewsSite.Tests.Search.Text;

public sealed class DutchCompoundsTests
{
    private static readonly DutchCompounds Compounds = new();

    [Theory]
    [InlineData("vrachtwagenchauffeur", "vrachtwagen chauffeur")]
    [InlineData("vrachtwagenchauffeurs", "vrachtwagen chauffeurs")]
    [InlineData("ziekenhuisapotheker", "ziekenhuis apotheker")]
    [InlineData("stationschef", "station chef")]
    [InlineData("gemeenteraadsverkiezingen", "gemeente raad verkiezingen")]
    [InlineData("boekenkast", "boek kast")]
    [InlineData("krantenlezer", "krant lezer")]
    [InlineData("rentestand", "rente stand")]
    [InlineData("basisschool", "basis school")]
    [InlineData("hoofdredacteur", "hoofd redacteur")]
    [InlineData("arbeidsmarktbeleid", "arbeid markt beleid")]
    [InlineData("politieagenten", "politie agenten")]
    [InlineData("maatregelenprogramma", "maatregel programma")]
    [InlineData("milieumaatregelen", "milieu maatregelen")]
    [InlineData("leerkrachtentekort", "leerkracht tekort")]
    [InlineData("treinbegeleider", "trein begeleider")]
    [InlineData("poetsvrouw", "poets vrouw")]
    public void A_compound_is_taken_apart(string word, string parts) => Assert.Equal(parts, string.Join(' ', Compounds.PartsOf(word)));

    [Theory]
    [InlineData("minister")]
    [InlineData("kantoor")]
    [InlineData("vrachtwagen")]
    [InlineData("ministers")]
    [InlineData("godsdienst")]
    [InlineData("chauffeur")]
    [InlineData("bestuurders")]
    [InlineData("massage")]
    [InlineData("voorgevallen")]
    [InlineData("aanvraag")]
    [InlineData("verpleegkundigen")]
    [InlineData("onbekendewoordenreeks")]
    public void What_is_no_compound_stays_whole(string word) => Assert.Empty(Compounds.PartsOf(word));
}
