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

    [Fact]
    public void The_most_frequent_words_stay_whole() =>
        Assert.DoesNotContain(Frequent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries), word => Compounds.PartsOf(word).Count > 0);

    private const string Frequent = """
        aan aandacht aanleiding aanpak aantal aanval aanwezig aarde achteruit advocaat afhankelijk afspraak afstand al alle alleen alles als altijd andere
        anders antwoord april arbeid arm arts augustus auto avond bedrijf bedrijven begin beker belangrijk belangrijke belastingen beleid belgische belgië
        berg beslissing besluit best bestuur beter bezet bier bij bijgevolg bijna bijvoorbeeld binnen binnenkort blauw bloed boek boeken boom bos bovendien
        breed broer brood brussel buurt café centimeter daar daarbij daardoor daarin daarmee daarnaast daarom daarop daarvan daarvoor dader dag dan dankzij
        dat de december deel derhalve desondanks destijds deze dezelfde dicht die dienst diensten diep dier dinsdag directeur dit dochter doelpunt dokter
        donderdag dood door drie dubbel dus echter een eerder eerste eeuw eigen eigenlijk einde elkaar elke en enkel enkele er ergens euro europese familie
        februari fiets film finale fout gaan gaat geboorte gebruik geel geen geld gemakkelijk gemeente gemiddeld genoeg geschiedenis gevangenis gevolg gewoon
        gezondheid gisteren goed graden groen groot grote haar had hand hart haven hebben heeft heel helemaal helft hem herfst het hetzelfde hier hierbij
        hierdoor hij hoewel hond hoofd hoog hoogstens hotel huis hun huwelijk ieder iedereen iemand iets ik immers in inderdaad integendeel intussen is jaar
        januari jaren jong juist juli juni kaas kampioen kan kant kat keer kerk kilo kilometer kinderen klant klanten klein koers koffie komen komt kon koning
        koningin kort kosten koud krant krijgen krom kunnen kunst laag laat laatste land lang laten later leeg leger lente leven lichaam licht liefde liever
        links liter loon lucht luchthaven maan maandag maanden maar maart maatregelen maatschappij maken man manier markt meer meeste melk mensen met meter
        mezelf middag mijn miljoen minder minister minstens minuten misschien moeder moeilijk moet moeten mogelijk moment mond morgen museum muziek na naar
        nacht nadat nadeel namelijk natuurlijk nederland nergens neus niemand niet niets niettemin nieuw nieuwe nochtans nog november nu nummer of ogenblik
        oktober om omdat omhoog omlaag ondanks onder onderhoud ondernemer ondertussen onderweg onderwijs onderzoek ongetwijfeld ongeveer onlangs ons
        ontwikkeling onwaar onze oog ook oor oorlog op open oplossing oud ouders over overal overeenkomst overheid overigens paard parlement partij patiënt
        patiënten periode plaats plein ploeg politie president prijs probleem problemen procent product producten radio recht rechtbank rechtdoor rechter
        rechts reden regen regering reis rekening renner restaurant rijk rivier ronde rood samen samenleving school seizoen september sindsdien situatie
        slachtoffers slecht sneeuw snel speler spelers sport staan staat stad station steeds ster sterk storm straat straf te tegen televisie temperatuur
        tenminste tennis tenslotte terug terwijl theater tien tijd tijdens toch toekomst toen tot totdat trainer trein trouwens tussen twee uit uiteindelijk
        uitspraak uitvoering universiteit uur vader vakantie vakbond van vandaag veel verantwoordelijk verband verder verhaal verkeer verkiezingen verlies
        verschil verschillende vier vijf vis vlaamse vlakbij vlees vliegtuig voet voetbal vogel vol volgende volgens voor vooral voorbeeld voorbij voordat
        voordeel voorstel voortaan vooruit voorwaarden voorzitter vorige vorm vraag vrede vriend vrienden vrij vrijdag vroeger vrouw vuur waar waarbij waarden
        waardoor waarin waarop waarschijnlijk waarschuwing waarvan wanneer waren warm was wat water we wedstrijd week weekend weer weinig wel werd wereld werk
        werkgevers werknemers weten wie wielrennen wijn wijze wil wind winkel winnaar winst winter wit woensdag worden wordt zal zaterdag ze zee zeer zeggen
        zegt zelf zelfstandig zelfstandige zich zichzelf ziekenhuis ziekte zien zij zijn zo zoals zodat zomer zon zondag zonder zoon zou zullen zus zwaar zwak
        zwart
        """;
}
