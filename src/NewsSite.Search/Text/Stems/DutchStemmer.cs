namespace NewsSite.Search.Text.Stems;

/// <summary>
/// The algorithm of Wessel Kraaij and Renée Pohlmann for Dutch as of Snowball 3, written from its definition at snowballstem.org. It
/// undoes what spelling does to a stem (lopen, loopt: loop; huizen: huis) and takes ge- off participles.
/// </summary>
internal sealed class DutchStemmer : Stemmer
{
    private const string Vowels = "aäáàâeëéèêiïíìîoöóòôuüúùûy";
    private const string A = "aäáàâ";
    private const string E = "eëéèê";
    private const string I = "iïíìî";
    private const string O = "oöóòô";
    private const string U = "uüúùû";

    private static readonly Endings<string> FinalConsonants = new(
        ("bb", "b"), ("cc", "c"), ("dd", "d"), ("ff", "f"), ("gg", "g"), ("hh", "h"), ("jj", "j"), ("kk", "k"), ("ll", "l"), ("mm", "m"),
        ("nn", "n"), ("pp", "p"), ("qq", "q"), ("rr", "r"), ("ss", "s"), ("tt", "t"), ("vv", "v"), ("ww", "w"), ("xx", "x"), ("zz", "z"),
        ("v", "f"), ("z", "s"));

    protected override ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var stem = new StemWord(buffer, word, Vowels);
        FindRegions(ref stem);
        var changed = TakeInflection(ref stem);
        changed |= TakeDiminutive(ref stem);
        changed |= TakeNounEnding(ref stem);
        changed |= TakeAdjectiveEnding(ref stem);
        if (LosePrefix(ref stem) is var isParticiple && isParticiple)
            TakeParticipleEnding(ref stem);
        if (LoseInfix(ref stem))
        {
            isParticiple = true;
            TakeParticipleEnding(ref stem);
        }
        if (stem.Ends("kt") || stem.Ends("ft") || stem.Ends("pt"))
        {
            stem.Delete(1);
            changed = true;
        }
        if (changed || isParticiple)
            SimplifyEnd(ref stem);
        return stem.Letters;
    }

    /// <summary>R1 as elsewhere, but ij is one vowel, and what stands before its consonant must be there.</summary>
    private static void FindRegions(ref StemWord stem)
    {
        stem.R1 = AfterSyllable(stem, 0);
        stem.R2 = AfterSyllable(stem, stem.R1);
    }

    private static int AfterSyllable(in StemWord stem, int at)
    {
        while (stem.IsConsonant(at))
            at++;
        var end = AfterVowels(stem, at);
        return end > at && end < stem.Length ? end + 1 : stem.Length;
    }

    private static int AfterVowels(in StemWord stem, int at)
    {
        while (stem.IsVowel(at))
            at += stem[at] == 'i' && stem[at + 1] == 'j' ? 2 : 1;
        return at;
    }

    /// <summary>Plurals, and the -en of verbs.</summary>
    private static bool TakeInflection(ref StemWord stem)
    {
        if (stem.Ends("'s"))
            return Take(ref stem, true, 2, "");
        if (stem.Ends("ies"))
            return Take(ref stem, stem.InR1(3), 3, "ie");
        if (stem.Ends("es"))
        {
            if (stem.Ends("ares") && stem.InR1(4) && EndsInConsonant(stem, 4))
                return Take(ref stem, true, 2, "") && Lengthen(ref stem);
            if (stem.Ends("eres") && stem.InR1(4) && EndsInConsonant(stem, 4))
                return Take(ref stem, true, 2, "");
            return Take(ref stem, stem.InR1(2) && EndsInConsonant(stem, 2), 2, "e");
        }
        if (stem.Ends("és"))
            return Take(ref stem, stem.InR1(2), 2, "é");
        if (stem.Ends("aus"))
            return Take(ref stem, stem.InR1(3) && EndsInVowel(stem, 3), 3, "au");
        if (stem.Ends("s"))
            return Take(ref stem, stem.InR1(1) && !(stem.Ends("ts") && stem.InR1(2)) && EndsInConsonant(stem, 1), 1, "");
        if (stem.Ends("nde"))
            return Take(ref stem, true, 1, "");
        return stem.Ends("en") && TakeEn(ref stem);
    }

    private static bool TakeEn(ref StemWord stem)
    {
        if (stem.Ends("heden") && stem.InR1(5))
            return Take(ref stem, true, 5, "heid");
        if (stem.Ends("nden"))
            return Take(ref stem, true, 2, "");
        if (stem.Ends("den") && stem.InR1(3) && EndsInConsonant(stem, 3))
            return Take(ref stem, true, 3, "");
        if ((stem.Ends("ien") || stem.Ends("jen")) && EndsInVowel(stem, 3))
            return Take(ref stem, true, 2, "");
        return Take(ref stem, stem.InR1(2) && EndsInConsonant(stem, 2), 2, "") && Lengthen(ref stem);
    }

    /// <summary>Diminutives, and the -e of adjectives and past tenses.</summary>
    private static bool TakeDiminutive(ref StemWord stem)
    {
        if (stem.Ends("je"))
            return TakeJe(ref stem);
        if (stem.Ends("lijke"))
            return Take(ref stem, stem.InR1(5), 1, "");
        if (stem.Ends("ische"))
            return Take(ref stem, stem.InR1(5), 1, "");
        if (stem.Ends("ieve"))
            return Take(ref stem, stem.InR1(4) && EndsInConsonant(stem, 4), 4, "ief");
        if (stem.Ends("ene"))
            return Take(ref stem, stem.InR1(3) && EndsInConsonant(stem, 3), 1, "") && Lengthen(ref stem);
        if (stem.Ends("de"))
            return Take(ref stem, stem.InR1(2) && EndsInConsonant(stem, 2), 2, "");
        if (stem.Ends("le"))
            return Take(ref stem, stem.InR1(2), 1, "") && Lengthen(ref stem);
        return (stem.Ends("ge") || stem.Ends("te") || stem.Ends("se") || stem.Ends("re")) && Take(ref stem, stem.InR1(2), 1, "");
    }

    private static bool TakeJe(ref StemWord stem)
    {
        if (stem.Ends("'tje"))
            return Take(ref stem, true, 4, "");
        if (stem.Ends("etje") && stem.InR1(4) && EndsInConsonant(stem, 4))
            return Take(ref stem, true, 4, "");
        if (stem.Ends("rntje"))
            return Take(ref stem, true, 3, "");
        if (stem.Ends("tje") && stem.InR1(3) && EndsInVowel(stem, 4))
            return Take(ref stem, true, 3, "");
        if (stem.Ends("inkje"))
            return Take(ref stem, true, 3, "g");
        if (stem.Ends("mpje"))
            return Take(ref stem, true, 3, "");
        if (stem.Ends("'je") && stem.InR1(3))
            return Take(ref stem, true, 3, "");
        return Take(ref stem, stem.InR1(2) && EndsInConsonant(stem, 2), 2, "");
    }

    private static readonly Endings<string> Nouns = new(
        ("atie", "eer"), ("iteit", "+"), ("heid sel ster", ""), ("rder", "r"), ("ing isme erij", "+"), ("arij", "aar"),
        ("fie", "f"), ("gie", "g"), ("tst", "t"), ("dst", "d"));

    private static bool TakeNounEnding(ref StemWord stem)
    {
        if (!Nouns.Find(stem, 0, out var length, out var by))
            return false;
        return by switch
        {
            "r" => Take(ref stem, true, length, by),
            "f" or "g" => Take(ref stem, stem.InR2(length), length, by) && Lengthen(ref stem),
            "aar" or "t" or "d" => Take(ref stem, stem.InR1(length) && EndsInConsonant(stem, length), length, by),
            // Else schilderij (painting) would become schild (shield).
            "+" => Take(ref stem, length < 5 && stem.EndsBefore(length, "ild"), length, "er")
                || (Take(ref stem, stem.InR1(length), length, "") && Lengthen(ref stem)),
            _ => Take(ref stem, stem.InR1(length), length, by),
        };
    }

    private static readonly Endings<string> Adjectives = new(
        ("ioneel", "ie"), ("atief", "eer"), ("baar", ""), ("naar", "n"), ("laar", "l"), ("raar", "r"), ("tant", "teer"),
        ("lijker lijkst", "lijk"), ("achtig achtiger achtigst", ""), ("eriger erigst erig end", "+"));

    private static bool TakeAdjectiveEnding(ref StemWord stem)
    {
        if (Adjectives.Find(stem, 0, out var length, out var by))
        {
            var taken = by switch
            {
                "n" or "l" or "r" => Take(ref stem, stem.InR1(length) && EndsInVowel(stem, length), length, by),
                "+" => Take(ref stem, stem.InR1(length) && EndsInConsonant(stem, length), length, "") && Lengthen(ref stem),
                _ => Take(ref stem, stem.InR1(length), length, by),
            };
            if (taken)
                return true;
        }
        length = stem.Ends("iger") || stem.Ends("igst") ? 4 : stem.Ends("ig") ? 2 : 0;
        // Innig (intimate) has nothing to do with in.
        return length > 0 && Take(ref stem, stem.InR1(length) && stem.Letters[..^length] is not "inn" && EndsInConsonant(stem, length), length, "")
            && Lengthen(ref stem);
    }

    /// <summary>Whether the word was a participle such as gewerkt; geval and gevaar are none.</summary>
    private static bool LosePrefix(ref StemWord stem)
    {
        if (!stem.Letters.StartsWith("ge") || !IsVerbFrom(stem, 2))
            return false;
        var rest = stem.Letters[2..];
        if (rest.StartsWith("eft") || rest.StartsWith("vaa") || rest.StartsWith("vare") || (rest.StartsWith("val") && !rest.StartsWith("vali")))
            return false;
        LoseGe(ref stem, 0);
        return true;
    }

    /// <summary>Whether it was one such as opgebeld.</summary>
    private static bool LoseInfix(ref StemWord stem)
    {
        var at = stem.Length > 1 ? stem.Letters[1..].IndexOf("ge") + 1 : 0;
        if (at == 0 || !IsVerbFrom(stem, at + 2))
            return false;
        LoseGe(ref stem, at);
        return true;
    }

    /// <summary>Three letters at least, with a vowel and a consonant behind it.</summary>
    private static bool IsVerbFrom(in StemWord stem, int at)
    {
        if (stem.Length - at < 3)
            return false;
        while (stem.IsConsonant(at))
            at++;
        return at < stem.Length && AfterVowels(stem, at) < stem.Length;
    }

    private static void LoseGe(ref StemWord stem, int at)
    {
        stem.DeleteAt(at, 2);
        // The diaeresis kept ge and the stem apart: geëist.
        if (stem[at] is 'ë' or 'ï')
            stem.Set(at, stem[at] == 'ë' ? 'e' : 'i');
        FindRegions(ref stem);
    }

    private static void TakeParticipleEnding(ref StemWord stem)
    {
        if (!stem.InR1(1) || !EndsInConsonant(stem, 1))
            return;
        if (stem.Ends("d") && !(stem.Ends("nd") && stem.InR1(2)))
            // Geïnd (cashed) joins innen, not in.
            stem.Replace(1, stem.Letters is "ind" ? "n" : "");
        else if (stem.Ends("t") && !(stem.Ends("ht") && stem.InR1(2)) && stem.Letters is not "ent")
            stem.Delete(1);
    }

    /// <summary>A doubled consonant becomes one, v and z become f and s.</summary>
    private static void SimplifyEnd(ref StemWord stem)
    {
        if (stem.Letters is not "inn" && FinalConsonants.Find(stem, 0, out var length, out var by))
            stem.Replace(length, by);
    }

    /// <summary>Before one consonant a long vowel is written twice: lop-en, loop.</summary>
    private static bool Lengthen(ref StemWord stem)
    {
        var at = stem.Length - 2;
        if (!stem.IsConsonant(at + 1) || stem[at + 1] is 'w' or 'x')
            return true;
        if (stem[at] == 'ë' && stem[at - 1] is 'e' or 'i')
        {
            if (stem[at - 1] == 'i')
                stem.Set(at, 'e');
            stem.InsertAt(at + 1, 'e');
        }
        else if (IsIn(A + O + U, stem[at]) ? IsNoVowel(stem, at - 1) : "eéèê".Contains(stem[at], StringComparison.Ordinal) && IsLongE(stem, at))
            stem.InsertAt(at, stem[at]);
        return true;
    }

    /// <summary>Not that of -el, -er behind a vowel such as in tover.</summary>
    private static bool IsLongE(in StemWord stem, int at) => IsNoVowel(stem, at - 1)
        && !IsIn(A + I + O + U, stem[at - 2]) && !(at - 2 == 0 && IsIn(E, stem[0]))
        && !(at >= 4 && IsIn(A + I + O + U, stem[at - 3]) && !IsIn(A + E + I + O + U, stem[at - 4]));

    /// <summary>A consonant, y, or the word's beginning.</summary>
    private static bool IsNoVowel(in StemWord stem, int at) => !IsIn(A + E + I + O + U, stem[at]);

    private static bool IsIn(string letters, char letter) => letters.Contains(letter, StringComparison.Ordinal);

    private static bool EndsInVowel(in StemWord stem, int skipped) => stem.IsVowel(stem.Length - skipped - 1) || stem.EndsBefore(skipped, "ij");

    private static bool EndsInConsonant(in StemWord stem, int skipped) => stem.IsConsonant(stem.Length - skipped - 1) && !stem.EndsBefore(skipped, "ij");

    private static bool Take(ref StemWord stem, bool may, int length, string by)
    {
        if (may)
            stem.Replace(length, by);
        return may;
    }
}
