using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Wording;

/// <summary>
/// The words that are pointed out, by language. A list of known words, not a judgement: what is not in it may exclude as well, and the desk reads
/// every advert. Feminine and masculine titles of Dutch and French are no fault where the advert names both sexes, as (m/v/x) does.
/// </summary>
internal static class WordingRules
{
    public static readonly IReadOnlyList<WordingRule> All =
    [
        .. In(Language.English, WordingFault.Gender,
            ("salesperson", ["salesman", "salesmen", "saleswoman", "saleslady"]),
            ("chair", ["chairman", "chairwoman"]),
            ("supervisor", ["foreman", "forewoman"]),
            ("maintenance worker", ["handyman", "handymen"]),
            ("server", ["waitress", "waitresses"]),
            ("host", ["hostess", "hostesses"]),
            ("flight attendant", ["stewardess", "air hostess"]),
            ("cleaner", ["cleaning lady", "cleaning woman", "charwoman"]),
            ("businessperson", ["businessman", "businesswoman"]),
            ("skilled worker", ["craftsman", "workman", "workmen", "tradesman"]),
            ("firefighter", ["fireman", "firemen"]),
            ("police officer", ["policeman", "policewoman"]),
            ("postal worker", ["postman", "mailman"]),
            ("bartender", ["barman", "barmaid"]),
            ("delivery driver", ["delivery man", "delivery boy"]),
            ("staff", ["manpower"]),
            ("office assistant", ["girl friday", "office girl", "office boy"]),
            ("camera operator", ["cameraman"]),
            ("you will", ["he will", "she will"]),
            ("", ["men only", "women only", "males only", "females only", "male candidates", "female candidates", "ladies only"])),
        .. In(Language.English, WordingFault.Age,
            ("motivated", ["young and dynamic", "young and motivated", "youthful"]),
            ("a team", ["young team"]),
            ("at home with digital tools", ["digital native", "digital natives"]),
            ("somebody who begins in the trade", ["recent graduate", "recent graduates", "fresh graduate", "school leaver", "school leavers", "young graduate", "young graduates"]),
            ("", ["under # years", "under the age of #", "younger than #", "not older than #", "no older than #", "maximum age", "max # years old", "maximum # years old",
                "between # and # years old", "aged # to #", "aged between # and #", "# to # years old"])),
        .. In(Language.English, WordingFault.PayHistory,
            ("", ["your current salary", "your current pay", "your present salary", "your previous salary", "your last salary", "your latest salary", "your most recent salary", "your current package",
                "your current remuneration", "your previous pay", "salary history", "pay history", "wage history", "last drawn salary", "current salary and expectations", "your current income",
                "your pay slips", "your payslips", "your latest payslip", "your last payslip", "recent payslips"])),

        .. In(Language.Dutch, WordingFault.Gender,
            ("verkoper (m/v/x)", ["verkoopster", "verkoopsters"]),
            ("schoonmaker (m/v/x)", ["poetsvrouw", "kuisvrouw", "schoonmaakster", "poetsdame", "poetsvrouwen"]),
            ("administratief medewerker (m/v/x)", ["secretaresse", "secretaresses"]),
            ("vakkracht", ["vakman", "vakmannen", "vaklui"]),
            ("zakenmens", ["zakenman", "zakenvrouw"]),
            ("cabinepersoneel", ["stewardess", "stewardessen"]),
            ("onthaalmedewerker (m/v/x)", ["hostess", "hostessen", "receptioniste", "gastvrouw"]),
            ("zaalmedewerker (m/v/x)", ["serveerster", "serveersters", "dienster"]),
            ("barmedewerker (m/v/x)", ["barman", "barmeisje", "barvrouw"]),
            ("kinderbegeleider (m/v/x)", ["kinderjuf", "kinderverzorgster", "crècheleidster"]),
            ("brandweermens", ["brandweerman", "brandweermannen"]),
            ("politieagent", ["politieman", "politievrouw"]),
            ("klusser (m/v/x)", ["klusjesman", "klusjesmannen", "manusje-van-alles"]),
            ("cameramens", ["cameraman"]),
            ("verpleegkundige", ["verpleegster", "verpleegsters", "verpleger"]),
            ("u zal", ["hij zal", "zij zal"]),
            ("", ["alleen mannen", "alleen vrouwen", "enkel mannen", "enkel vrouwen", "mannelijke kandidaten", "vrouwelijke kandidaten"])),
        .. In(Language.Dutch, WordingFault.Age,
            ("gemotiveerd", ["jong en dynamisch", "jonge en dynamische", "jonge, dynamische", "jong van geest"]),
            ("een team", ["jong team", "jonge ploeg"]),
            ("thuis in digitale middelen", ["digital native", "digital natives"]),
            ("iemand die begint in het vak", ["schoolverlater", "schoolverlaters", "pas afgestudeerd", "pas afgestudeerde", "pas afgestudeerden", "jonge afgestudeerde", "jongafgestudeerde"]),
            ("een kandidaat", ["jonge kandidaat", "jonge kandidaten", "jonge medewerker", "jonge medewerkers", "jonge collega"]),
            ("", ["jonger dan #", "niet ouder dan #", "maximaal # jaar oud", "maximum # jaar oud", "maximumleeftijd", "tussen # en # jaar oud", "tussen de # en # jaar", "leeftijd tussen # en #", "van # tot # jaar oud"])),
        .. In(Language.Dutch, WordingFault.PayHistory,
            ("", ["huidig loon", "huidige loon", "huidig salaris", "huidige salaris", "vorig loon", "vorige loon", "vorig salaris", "laatste loon", "laatste salaris", "laatst verdiende loon", "laatstverdiende loon",
                "laatst verdiende salaris", "laatstverdiende salaris", "huidig loonpakket", "huidige loonpakket", "loongeschiedenis", "salarisgeschiedenis", "uw loonfiches", "je loonfiches", "loonfiche van de vorige", "recente loonfiche",
                "recente loonfiches", "recente loonstrook"])),

        .. In(Language.French, WordingFault.Gender,
            ("agent d’entretien (h/f/x)", ["femme de ménage", "femmes de ménage", "femme de charge"]),
            ("agent polyvalent (h/f/x)", ["homme à tout faire", "homme de métier"]),
            ("hôte ou hôtesse d’accueil", ["hôtesse d'accueil", "hôtesses d'accueil"]),
            ("personnel de cabine", ["hôtesse de l'air", "steward"]),
            ("vendeur/vendeuse (h/f/x)", ["vendeuse", "vendeuses"]),
            ("caissier/caissière (h/f/x)", ["caissière", "caissières"]),
            ("serveur/serveuse (h/f/x)", ["serveuse", "serveuses"]),
            ("infirmier/infirmière (h/f/x)", ["infirmière", "infirmières"]),
            ("accueillant·e d’enfants", ["puéricultrice", "puéricultrices", "nounou"]),
            ("assistant·e", ["assistante", "assistantes"]),
            ("pompier (h/f/x)", ["homme du feu"]),
            ("", ["hommes uniquement", "femmes uniquement", "candidats masculins", "candidates féminines", "réservé aux hommes", "réservé aux femmes"])),
        .. Titles(Language.French, "(h/f/x)",
            ["vendeur", "technicien", "infirmier", "serveur", "électricien", "ouvrier", "conducteur", "directeur", "éducateur", "animateur", "mécanicien", "plombier", "boulanger", "boucher", "cuisinier", "menuisier", "caissier",
                "ingénieur", "développeur", "conseiller", "employé", "assistant", "nettoyeur", "magasinier", "livreur", "jardinier", "coordinateur", "formateur", "rédacteur", "pâtissier", "coiffeur"]),
        .. In(Language.French, WordingFault.Age,
            ("motivé", ["jeune et dynamique", "jeunes et dynamiques", "jeune et motivé"]),
            ("une équipe", ["équipe jeune", "jeune équipe"]),
            ("à l’aise avec les outils numériques", ["digital native", "digital natives"]),
            ("débutant accepté", ["jeune diplômé", "jeunes diplômés", "jeune diplômée", "fraîchement diplômé", "fraîchement diplômée"]),
            ("un candidat (h/f/x)", ["jeune candidat", "jeunes candidats", "jeune collaborateur", "jeune collaboratrice", "jeune homme", "jeune femme"]),
            ("", ["âge maximum", "âge maximal", "limite d'âge", "entre # et # ans", "âgé de # à # ans", "âgé de moins de # ans", "pas plus de # ans", "ayant moins de # ans"])),
        .. In(Language.French, WordingFault.PayHistory,
            ("", ["salaire actuel", "votre salaire précédent", "salaire antérieur", "dernier salaire", "derniers salaires", "ancien salaire", "rémunération actuelle", "rémunération précédente", "dernière rémunération", "historique salarial",
                "historique de salaire", "historique de rémunération", "vos fiches de paie", "dernière fiche de paie", "dernières fiches de paie", "fiche de paie récente", "fiches de salaire récentes"])),
    ];

    private static IEnumerable<WordingRule> In(Language language, WordingFault fault, params (string Better, string[] Words)[] rules) =>
        rules.Select(rule => new WordingRule(fault, language, rule.Words, rule.Better));

    /// <summary>Titles that name one sex, where a mark behind them names all.</summary>
    private static IEnumerable<WordingRule> Titles(Language language, string mark, string[] titles) =>
        titles.Select(title => new WordingRule(WordingFault.Gender, language, [title], $"{title} {mark}", InTitleOnly: true));
}
