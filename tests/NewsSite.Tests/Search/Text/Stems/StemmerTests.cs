using NewsSite.Search.Text.Stems;

namespace NewsSite.Tests.Search.Text.Stems;

public sealed class StemmerTests
{
    [Fact]
    public void English_words_of_the_paper_have_their_stems() => Check(new EnglishStemmer(), EnglishStems);

    [Fact]
    public void Dutch_words_of_the_paper_have_their_stems() => Check(new DutchStemmer(), DutchStems);

    [Fact]
    public void French_words_of_the_paper_have_their_stems() => Check(new FrenchStemmer(), FrenchStems);

    [SharedDataTheory("snowball")]
    [InlineData("english")]
    [InlineData("dutch")]
    [InlineData("french")]
    public void Every_word_of_the_official_vocabulary_has_its_stem(string vocabulary)
    {
        var stemmer = Of(vocabulary);
        var words = File.ReadAllLines(SharedData.PathOf("snowball", vocabulary, "voc.txt"));
        var stems = File.ReadAllLines(SharedData.PathOf("snowball", vocabulary, "output.txt"));

        Assert.True(words.Length > 20_000);
        Assert.DoesNotContain(words.Zip(stems), pair => stemmer.Of(pair.First) != pair.Second);
    }

    /// <summary>Made-up words: letters, accents, apostrophes and capitals (which stemmers use as marks) in no order.</summary>
    [Theory]
    [InlineData("english")]
    [InlineData("dutch")]
    [InlineData("french")]
    public void Any_letters_have_a_stem(string language)
    {
        const string letters = "aaeeiiouybcdfghjklmnpqrstvwxzéèëïâçœ'IUYHß";
        var stemmer = Of(language);
        var random = new Random(20261122);
        for (var i = 0; i < 50_000; i++)
        {
            var word = string.Concat(Enumerable.Range(0, random.Next(1, 65)).Select(_ => letters[random.Next(letters.Length)]));
            Assert.InRange(stemmer.Of(word).Length, 0, word.Length + 2);
        }
    }

    private static Stemmer Of(string language) => language switch
    {
        "dutch" => new DutchStemmer(),
        "french" => new FrenchStemmer(),
        _ => new EnglishStemmer(),
    };

    private static void Check(Stemmer stemmer, string table)
    {
        foreach (var pair in table.Split(','))
        {
            var (word, stem) = pair.Trim().Split(' ') switch { [var first, var second] => (first, second), _ => throw new FormatException(pair) };
            Assert.True(stemmer.Of(word) == stem, $"{word}: {stemmer.Of(word)}, not {stem}");
        }
    }

    private const string EnglishStems = """
        nurse nurs, nurses nurs, nursing nurs, nursed nurs, newspaper newspap, newspapers newspap, editor editor, editors editor, editing edit, edited edit,
        editorial editori, reporter report, reported report, reporting report, government govern, governments govern, governing govern, governor governor,
        minister minist, ministers minist, ministry ministri, ministries ministri, election elect, elections elect, elected elect, electoral elector, vote vote,
        voted vote, voting vote, voters voter, police polic, policing polic, parliament parliament, parliamentary parliamentari, mayor mayor, mayors mayor, cities citi,
        city citi, council council, councils council, councillor councillor, municipality municip, municipalities municip, municipal municip, school school,
        schools school, teacher teacher, teachers teacher, teaching teach, university universiti, universities universiti, universal universal, universe univers,
        driver driver, drivers driver, driving drive, drove drove, vacancy vacanc, vacancies vacanc, job job, jobs job, employer employ, employers employ,
        employment employ, employee employe, employees employe, employed employ, unemployed unemploy, hiring hire, hired hire, salary salari, salaries salari,
        engineer engin, engineers engin, engineering engin, developer develop, developers develop, development develop, developing develop, manager manag,
        managers manag, management manag, managing manag, responsible respons, responsibility respons, responsibilities respons, communication communic,
        communications communic, general general, generally general, generous generous, news news, skies sky, dying die, lying lie, tying tie, happy happi,
        happily happili, happiness happi, hoping hope, hopping hop, hoped hope, hopped hop, relational relat, conditional condit, agreed agre, feed feed, bleed bleed,
        succeed succeed, proceeding proceed, sky sky, evening evening, herring herring, past past, pasted paste, later later, lateral lateral, organ organ,
        organisation organis, geologist geolog, geology geolog, national nation, nationality nation, rationalize ration, easily easili, gently gentl, ugly ugli,
        only onli, singly singl, bias bias, add add, added add, egg egg, eggs egg, controlling control, rolling roll, falling fall, opposed oppos, usefulness use,
        formalize formal, electricity electr, electrical electr, traffic traffic, trains train, station station, stations station
        """;

    private const string DutchStems = """
        verpleegkundige verpleegkund, verpleegkundigen verpleegkund, krant krant, kranten krant, journalist journalist, journalisten journalist, redacteur redacteur,
        redacteurs redacteur, redactie redactie, regering regeer, regeringen regeer, minister mini, ministers mini, ministeries ministerie, verkiezing verkies,
        verkiezingen verkies, verkozen verkoos, stem stem, stemmen stem, gestemd stem, stemde stem, politie politie, agent agent, agenten agent, parlement parlement,
        burgemeester burgemee, burgemeesters burgemee, stad stad, steden steed, gemeente meen, gemeenten meen, gemeentes meen, school school, scholen school,
        leraar leraar, leraren leraar, leerkracht leerkracht, leerkrachten leerkracht, onderwijs onderwijs, universiteit univers, universiteiten univers,
        chauffeur chauffeur, chauffeurs chauffeur, vrachtwagen vrachtwaag, vrachtwagens vrachtwagen, rijden rijd, rijdt rijdt, gereden reed, vacature vacatur,
        vacatures vacatur, baan baan, banen baan, werk werk, werken werk, werkt werk, gewerkt werk, werkgever werkver, werkgevers werkver, werknemer werknemer,
        werknemers werknemer, werkloos werkloos, werkloosheid werkloos, loon loon, lonen loon, ingenieur innieur, ingenieurs innieur, ontwikkelaar ontwikkel,
        ontwikkelaars ontwikkel, ontwikkelen ontwikkel, ontwikkeling ontwikkel, beheer beheer, beheerder beheer, verantwoordelijk verantwoordelijk,
        verantwoordelijke verantwoordelijk, verantwoordelijkheid verantwoordelijk, verantwoordelijkheden verantwoordelijk, huis huis, huizen huis, huisje huis,
        huisjes huis, lopen loop, loopt loop, gelopen loop, loper loper, brief brief, brieven brief, brood brood, broden brood, straat straat, straten straat,
        straatje straat, weg weg, wegen weeg, dag dag, dagen daag, kind kind, kinderen kinder, kindje kind, foto foto, foto's foto, auto auto, auto's auto, café café,
        cafés café, idee idee, ideeën ideeën, geïnteresseerd interesseer, coördinator coördinator, coördinatoren coördinatoor, financiële financieel,
        financiën financiën, schilderij schilder, schilderijen schilder, innig innig, innen inn, geïnd inn, gevaar gevaar, gevallen geval, geval geval, vallen val,
        geeft geef, opgebeld opbel, opbellen opbel, groot groot, grote grote, grootste grootst, mooi mooi, mooie mooie, mooier mooier, nationaal nationaal,
        nationale nationaal, vrijheid vrijheid, vrijheden vrijhed, mogelijk molijk, mogelijkheden molijk, woning woon, woningen woon, treinen trein, trein trein,
        station station, stations station, fiets fiet, fietsen fiets, fietser fietser
        """;

    private const string FrenchStems = """
        infirmier infirmi, infirmière infirmi, infirmiers infirmi, infirmières infirmi, journal journal, journaux journal, journaliste journal, journalistes journal,
        rédacteur rédacteur, rédactrice rédactric, rédaction rédact, gouvernement gouvern, gouvernements gouvern, gouverner gouvern, ministre ministr, ministres ministr,
        ministère minister, élection élect, élections élect, élu élu, élue élu, élire élir, voter vot, vote vot, votants vot, police polic, policier polici,
        policiers polici, parlement parl, parlementaire parlementair, bourgmestre bourgmestr, bourgmestres bourgmestr, ville vill, villes vill, commune commun,
        communes commun, communal communal, communaux communal, conseil conseil, conseiller conseil, conseillère conseiller, école écol, écoles écol, scolaire scolair,
        enseignant enseign, enseignante enseign, enseignants enseign, enseignement enseign, enseigner enseign, université univers, universités univers,
        universitaire universitair, chauffeur chauffeur, chauffeurs chauffeur, conduire conduir, conduit conduit, conduite conduit, emploi emploi, emplois emplois,
        employé emploi, employée emploi, employés emploi, employées emploi, employer emploi, employeur employeur, employeurs employeur, chômage chômag, chômeurs chômeur,
        salaire salair, salaires salair, ingénieur ingénieur, ingénieurs ingénieur, développeur développeur, développeurs développeur, développement développ,
        développer développ, responsable respons, responsables respons, responsabilité respons, responsabilités respons, gestion gestion, gestionnaire gestionnair,
        comptable comptabl, comptables comptabl, comptabilité comptabl, national national, nationale national, nationaux national, nationalité national, général général,
        généralement général, rapide rapid, rapidement rapid, précisément précis, confusément confus, constamment const, évidemment évident, heureux heureux,
        heureuse heureux, heureusement heureux, travail travail, travaux traval, travailler travaill, travaillait travaill, travailleur travailleur,
        travailleuse travaill, cheval cheval, chevaux cheval, château château, châteaux château, bijoux bijou, aimer aim, aimé aim, aimée aim, aimait aim, mangeait mang,
        mangeons mangeon, finir fin, finissait fin, finissant fin, santé sant, musée mus, musées mus, qualité qualit, réunion réunion, réunions réunion, jouer jou,
        jouaient jou, naïf naïf, égoïste égo, laïcité laïqu, français franc, française franc, françaises franc, mauvais mauvais, palais palais, l'école écol, qu'il il,
        beauté beaut, actrice actric, acteur acteur
        """;
}
