namespace NewsSite.Search.Text.Stems;

/// <summary>Snowball's algorithm for French as of Snowball 3; written from its description at snowballstem.org.</summary>
internal sealed class FrenchStemmer : Stemmer
{
    /// <summary>Between vowels i, u and y are consonants, and written I, U and Y meanwhile; ë and ï are He and Hi.</summary>
    private const string Vowels = "aeiouyâàëéêèïîôûù";

    private enum Ending
    {
        Plain, Agent, Logie, Usion, Ence, Ement, Ité, If, Eaux, Aux, Oux, Euse, Issement, Amment, Emment, Ment,
    }

    private static readonly Endings<Ending> Standard = new(
        ("ance iqUe isme able iste eux ances iqUes ismes ables istes", Ending.Plain),
        ("atrice ateur ation atrices ateurs ations", Ending.Agent),
        ("logie logies", Ending.Logie),
        ("usion ution usions utions", Ending.Usion),
        ("ence ences", Ending.Ence),
        ("ement ements", Ending.Ement),
        ("ité ités", Ending.Ité),
        ("if ive ifs ives", Ending.If),
        ("eaux", Ending.Eaux),
        ("aux", Ending.Aux),
        ("oux", Ending.Oux),
        ("euse euses", Ending.Euse),
        ("issement issements", Ending.Issement),
        ("amment", Ending.Amment),
        ("emment", Ending.Emment),
        ("ment ments", Ending.Ment));

    private static readonly Endings<string> VerbsInI = new(
        ("îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait "
         + "issant issante issantes issants isse issent isses issez issiez issions issons it", ""));

    private enum Verb
    {
        Ions, Plain, WithE, Ais,
    }

    private static readonly Endings<Verb> Verbs = new(
        ("ions", Verb.Ions),
        ("é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez", Verb.Plain),
        ("âmes ât âtes a ai aIent ait ant ante antes ants as asse assent asses assiez assions", Verb.WithE),
        ("ais aise aises", Verb.Ais));

    protected override ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var stem = new StemWord(buffer, word, Vowels);
        DropElision(ref stem);
        MarkConsonants(ref stem);
        FindRegions(ref stem);
        if (TakeStandard(ref stem) || TakeVerbInI(ref stem) || TakeVerb(ref stem))
        {
            if (stem.Ends("Y"))
                stem.Replace(1, "i");
            else if (stem.Ends("ç"))
                stem.Replace(1, "c");
        }
        else
            TakeResidual(ref stem);
        if (stem.Ends("enn") || stem.Ends("onn") || stem.Ends("ett") || stem.Ends("ell") || stem.Ends("eill"))
            stem.Delete(1);
        DropAccent(ref stem);
        UnmarkConsonants(ref stem);
        return stem.Letters;
    }

    private static void DropElision(ref StemWord stem)
    {
        var letters = stem.Letters.StartsWith("qu'") ? 3 : stem[1] == '\'' && "cdjlmnst".Contains(stem[0], StringComparison.Ordinal) ? 2 : 0;
        if (letters < stem.Length)
            stem.DeleteAt(0, letters);
    }

    private static void MarkConsonants(ref StemWord stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            var isConsonant = stem[i + 1] switch
            {
                'u' => (stem.IsVowel(i) && stem.IsVowel(i + 2)) || stem[i] == 'q',
                'i' => stem.IsVowel(i) && stem.IsVowel(i + 2),
                'y' => stem.IsVowel(i),
                _ => false,
            };
            if (isConsonant)
                stem.Set(i + 1, char.ToUpperInvariant(stem[i + 1]));
            if (stem[i] is 'ë' or 'ï')
            {
                stem.Set(i, stem[i] == 'ë' ? 'e' : 'i');
                stem.InsertAt(i, 'H');
            }
            else if (stem[i] == 'y' && stem.IsVowel(i + 1))
                stem.Set(i, 'Y');
        }
    }

    private static void FindRegions(ref StemWord stem)
    {
        stem.R1 = stem.AfterVowelAndConsonant(0);
        stem.R2 = stem.AfterVowelAndConsonant(stem.R1);
        stem.RV = StartOfRV(stem);
    }

    private static int StartOfRV(in StemWord stem)
    {
        if (stem.IsVowel(0) && stem.IsVowel(1) && stem.Length > 2)
            return 3;
        if (stem.Letters.StartsWith("par") || stem.Letters.StartsWith("col") || stem.Letters.StartsWith("tap")
            || (stem.Letters.StartsWith("ni") && stem.IsVowel(2)))
            return 3;
        for (var i = 1; i < stem.Length; i++)
        {
            if (stem.IsVowel(i))
                return i + 1;
        }
        return stem.Length;
    }

    /// <summary>Whether an ending was taken so that no verb's ending is looked for any more.</summary>
    private static bool TakeStandard(ref StemWord stem)
    {
        if (!Standard.Find(stem, 0, out var length, out var ending))
            return false;
        return ending switch
        {
            Ending.Plain => Take(ref stem, stem.InR2(length), length, ""),
            Ending.Agent => Take(ref stem, stem.InR2(length), length, "") && TakeIc(ref stem),
            Ending.Logie => Take(ref stem, stem.InR2(length), length, "log"),
            Ending.Usion => Take(ref stem, stem.InR2(length), length, "u"),
            Ending.Ence => Take(ref stem, stem.InR2(length), length, "ent"),
            Ending.Ement => Take(ref stem, stem.InRV(length), length, "") && TakeBeforeEment(ref stem),
            Ending.Ité => Take(ref stem, stem.InR2(length), length, "") && TakeBeforeIté(ref stem),
            Ending.If => Take(ref stem, stem.InR2(length), length, "") && (!TakeInR2(ref stem, "at") || TakeIc(ref stem)),
            Ending.Eaux => Take(ref stem, true, length, "eau"),
            Ending.Aux => Take(ref stem, stem.InR1(length), length, "al"),
            Ending.Oux => Take(ref stem, "bhjlnp".Contains(stem[stem.Length - 4], StringComparison.Ordinal), length, "ou"),
            Ending.Euse => Take(ref stem, stem.InR2(length), length, "") || Take(ref stem, stem.InR1(length), length, "eux"),
            Ending.Issement => Take(ref stem, stem.InR1(length) && stem.IsConsonant(stem.Length - length - 1), length, ""),
            // These follow participles and the like, whose endings are those of verbs: confus-é-ment.
            Ending.Amment => Take(ref stem, stem.InRV(length), length, "ant") && false,
            Ending.Emment => Take(ref stem, stem.InRV(length), length, "ent") && false,
            _ => Take(ref stem, stem.IsVowel(stem.Length - length - 1) && stem.InRV(length + 1), length, "") && false,
        };
    }

    private static bool Take(ref StemWord stem, bool may, int length, string by)
    {
        if (may)
            stem.Replace(length, by);
        return may;
    }

    private static bool TakeInR2(ref StemWord stem, string ending) =>
        Take(ref stem, stem.Ends(ending) && stem.InR2(ending.Length), ending.Length, "");

    private static bool TakeIc(ref StemWord stem)
    {
        if (stem.Ends("ic"))
            stem.Replace(2, stem.InR2(2) ? "" : "iqU");
        return true;
    }

    private static bool TakeBeforeEment(ref StemWord stem)
    {
        if (stem.Ends("iv"))
        {
            if (TakeInR2(ref stem, "iv"))
                TakeInR2(ref stem, "at");
        }
        else if (stem.Ends("eus"))
            _ = TakeInR2(ref stem, "eus") || Take(ref stem, stem.InR1(3), 3, "eux");
        else if (stem.Ends("abl") || stem.Ends("iqU"))
            Take(ref stem, stem.InR2(3), 3, "");
        else if (stem.Ends("ièr") || stem.Ends("Ièr"))
            Take(ref stem, stem.InRV(3), 3, "i");
        return true;
    }

    private static bool TakeBeforeIté(ref StemWord stem)
    {
        if (stem.Ends("abil"))
            stem.Replace(4, stem.InR2(4) ? "" : "abl");
        else if (stem.Ends("ic"))
            TakeIc(ref stem);
        else
            TakeInR2(ref stem, "iv");
        return true;
    }

    private static bool TakeVerbInI(ref StemWord stem)
    {
        if (!VerbsInI.Find(stem, stem.RV, out var length, out _) || !stem.InRV(length + 1))
            return false;
        var before = stem.Length - length - 1;
        return Take(ref stem, stem[before] != 'H' && stem.IsConsonant(before), length, "");
    }

    private static bool TakeVerb(ref StemWord stem)
    {
        if (!Verbs.Find(stem, stem.RV, out var length, out var verb))
            return false;
        var may = verb switch
        {
            Verb.Ions => stem.InR2(length),
            // palais, mauvais, éplais keep theirs.
            Verb.Ais => !(stem.EndsBefore(length, "al") && stem.Length - length == 3) && !stem.EndsBefore(length, "auv") && !stem.EndsBefore(length, "épl"),
            _ => true,
        };
        if (!Take(ref stem, may, length, ""))
            return false;
        if (verb is Verb.WithE or Verb.Ais && stem.Ends("e", stem.RV))
            stem.Delete(1);
        return true;
    }

    private static void TakeResidual(ref StemWord stem)
    {
        if (stem.Ends("s") && stem.Length > 1 && (stem.EndsBefore(1, "Hi") || !"aiouès".Contains(stem[stem.Length - 2], StringComparison.Ordinal)))
            stem.Delete(1);
        if (stem.Ends("ion", stem.RV))
            Take(ref stem, stem.InR2(3) && stem.InRV(4) && stem[stem.Length - 4] is 's' or 't', 3, "");
        else if (stem.Ends("ière", stem.RV) || stem.Ends("Ière", stem.RV))
            stem.Replace(4, "i");
        else if (stem.Ends("ier", stem.RV) || stem.Ends("Ier", stem.RV))
            stem.Replace(3, "i");
        else if (stem.Ends("e", stem.RV))
            stem.Delete(1);
    }

    /// <summary>The é or è before the last consonants.</summary>
    private static void DropAccent(ref StemWord stem)
    {
        var at = stem.Length - 1;
        while (stem.IsConsonant(at))
            at--;
        if (at < stem.Length - 1 && stem[at] is 'é' or 'è')
            stem.Set(at, 'e');
    }

    private static void UnmarkConsonants(ref StemWord stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (stem[i] == 'H')
            {
                stem.DeleteAt(i, 1);
                if (stem[i] is 'e' or 'i')
                    stem.Set(i, stem[i] == 'e' ? 'ë' : 'ï');
            }
            else if (stem[i] is 'I' or 'U' or 'Y')
                stem.Set(i, char.ToLowerInvariant(stem[i]));
        }
    }
}
