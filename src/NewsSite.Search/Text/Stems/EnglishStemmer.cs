namespace NewsSite.Search.Text.Stems;

/// <summary>Porter's second algorithm for English as of Snowball 3; written from its description at snowballstem.org.</summary>
internal sealed class EnglishStemmer : Stemmer
{
    /// <summary>A y that is a consonant (youth, play) is written Y meanwhile.</summary>
    private const string Vowels = "aeiouy";

    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        // These look like plurals or the like, and are none.
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    };

    /// <summary>Behind these R1 begins: else universal and universe, general and generous would become one.</summary>
    private static readonly string[] Beginnings = ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    private static readonly string[] KeptBeforeIng = ["inn", "out", "cann", "herr", "earr", "even"];

    private static readonly string[] KeptBeforeEed = ["proc", "exc", "succ"];

    private static readonly Endings<string> Step2 = new(
        ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("entli", "ent"), ("izer ization", "ize"),
        ("ational ation ator", "ate"), ("alism aliti alli", "al"), ("fulness fulli", "ful"), ("ousli ousness", "ous"),
        ("iveness iviti", "ive"), ("biliti bli", "ble"), ("ogi ogist", "og"), ("lessli", "less"), ("li", ""));

    private static readonly Endings<string> Step3 = new(
        ("tional", "tion"), ("ational", "ate"), ("alize", "al"), ("icate iciti ical", "ic"), ("ful ness ative", ""));

    private static readonly Endings<string> Step4 = new(
        ("al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion", ""));

    protected override ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (word.Length <= 2)
            return word;
        if (Exceptions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var exception))
            return exception;
        var stem = new StemWord(buffer, word, Vowels);
        if (stem[0] == '\'')
            stem.DeleteAt(0, 1);
        MarkConsonants(ref stem);
        FindRegions(ref stem);
        TakePossessive(ref stem);
        TakePlural(ref stem);
        TakeVerbEnding(ref stem);
        if ((stem.Ends("y") || stem.Ends("Y")) && stem.Length > 2 && stem.IsConsonant(stem.Length - 2))
            stem.Replace(1, "i");
        TakeStep2(ref stem);
        TakeStep3(ref stem);
        TakeStep4(ref stem);
        TakeFinalLetter(ref stem);
        UnmarkConsonants(ref stem);
        return stem.Letters;
    }

    private static void MarkConsonants(ref StemWord stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (stem[i] == 'y' && (i == 0 || stem.IsVowel(i - 1)))
                stem.Set(i, 'Y');
        }
    }

    private static void FindRegions(ref StemWord stem)
    {
        stem.R1 = stem.AfterVowelAndConsonant(0);
        foreach (var beginning in Beginnings)
        {
            if (stem.Letters.StartsWith(beginning))
                stem.R1 = beginning.Length;
        }
        stem.R2 = stem.AfterVowelAndConsonant(stem.R1);
    }

    private static void TakePossessive(ref StemWord stem)
    {
        var letters = stem.Ends("'s'") ? 3 : stem.Ends("'s") ? 2 : stem.Ends("'") ? 1 : 0;
        stem.Delete(letters);
    }

    private static void TakePlural(ref StemWord stem)
    {
        if (stem.Ends("sses"))
            stem.Delete(2);
        else if (stem.Ends("ied") || stem.Ends("ies"))
            stem.Delete(stem.Length > 4 ? 2 : 1);
        else if (stem.Ends("s") && !stem.Ends("us") && !stem.Ends("ss") && stem.HasVowelBefore(stem.Length - 2))
            stem.Delete(1);
    }

    private static void TakeVerbEnding(ref StemWord stem)
    {
        if (stem.Ends("eed") || stem.Ends("eedly"))
        {
            var letters = stem.Ends("eed") ? 3 : 5;
            if (stem.InR1(letters) && !IsOneOf(KeptBeforeEed, stem.Letters[..^letters]))
                stem.Replace(letters, "ee");
            return;
        }
        var ending = stem.Ends("ingly") ? 5 : stem.Ends("edly") ? 4 : stem.Ends("ing") ? 3 : stem.Ends("ed") ? 2 : 0;
        if (ending == 0)
            return;
        if (stem.Ends("ing"))
        {
            if (stem.Length == 5 && stem[1] == 'y' && stem.IsConsonant(0))
            {
                stem.Replace(4, "ie");
                return;
            }
            if (IsOneOf(KeptBeforeIng, stem.Letters[..^3]))
                return;
        }
        if (!stem.HasVowelBefore(stem.Length - ending))
            return;
        stem.Delete(ending);
        if (stem.Ends("at") || stem.Ends("bl") || stem.Ends("iz"))
            stem.Replace(0, "e");
        else if (EndsDouble(stem))
            stem.Delete(stem.Length == 3 && stem[0] is 'a' or 'e' or 'o' ? 0 : 1);
        else if (stem.R1 == stem.Length && EndsShort(stem, stem.Length))
            stem.Replace(0, "e");
    }

    private static bool EndsDouble(in StemWord stem) =>
        stem.Length > 1 && stem[stem.Length - 1] == stem[stem.Length - 2] && "bdfgmnprt".Contains(stem[stem.Length - 1], StringComparison.Ordinal);

    /// <summary>A short syllable: consonant, vowel, consonant other than w, x, Y (hop); vowel and consonant alone (at); past.</summary>
    private static bool EndsShort(in StemWord stem, int end)
    {
        if (end == 2)
            return stem.IsVowel(0) && stem.IsConsonant(1);
        if (stem.Letters[..end] is "past")
            return true;
        return stem.IsConsonant(end - 1) && stem[end - 1] is not ('w' or 'x' or 'Y') && stem.IsVowel(end - 2) && stem.IsConsonant(end - 3);
    }

    private static void TakeStep2(ref StemWord stem)
    {
        if (!Step2.Find(stem, 0, out var length, out var by) || !stem.InR1(length))
            return;
        var before = stem[stem.Length - length - 1];
        if (stem.Ends("ogi") && before != 'l')
            return;
        if (by.Length == 0 && !"cdeghkmnrt".Contains(before, StringComparison.Ordinal))
            return;
        stem.Replace(length, by);
    }

    private static void TakeStep3(ref StemWord stem)
    {
        if (Step3.Find(stem, 0, out var length, out var by) && stem.InR1(length) && (!stem.Ends("ative") || stem.InR2(length)))
            stem.Replace(length, by);
    }

    private static void TakeStep4(ref StemWord stem)
    {
        if (Step4.Find(stem, 0, out var length, out _) && stem.InR2(length)
            && (!stem.Ends("ion") || stem[stem.Length - 4] is 's' or 't'))
            stem.Delete(length);
    }

    private static void TakeFinalLetter(ref StemWord stem)
    {
        if (stem.Ends("e") && (stem.InR2(1) || (stem.InR1(1) && !EndsShort(stem, stem.Length - 1))))
            stem.Delete(1);
        else if (stem.Ends("ll") && stem.InR2(1))
            stem.Delete(1);
    }

    private static void UnmarkConsonants(ref StemWord stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (stem[i] == 'Y')
                stem.Set(i, 'y');
        }
    }
}
