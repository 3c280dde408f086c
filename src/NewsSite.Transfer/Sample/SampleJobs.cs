using System.Text.Json;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Html;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.Transfer.Sample;

/// <summary>Makes up jobs and employers: number <c>i</c> of <c>count</c> is always the same for the same seed and categories.</summary>
/// <param name="categories">Slugs; the first occur most often.</param>
internal sealed class SampleJobs(int seed, int count, IReadOnlyList<string> categories)
{
    /// <summary>The share that has ended, as on a board that is some months old.</summary>
    private const double Ended = 0.12;
    private const double Top = 1.0 / 300;

    private readonly Phrases _english = Phrases.Of(Language.English);
    private readonly Phrases _dutch = Phrases.Of(Language.Dutch);
    private readonly Phrases _french = Phrases.Of(Language.French);
    private readonly IReadOnlyList<Town> _towns = Town.All();

    public int Employers { get; } = Math.Clamp(count / 10, 1, 2000);

    public SampleEmployer Employer(int index)
    {
        var (voice, language) = Start("employer", index);
        var name = voice.Say("employer");
        voice.Fix("employer", name);
        voice.Fix("street", voice.Say("street"));
        return new SampleEmployer($"{Slug.From(name)}-{index + 1}", name, voice.Say("about"), language);
    }

    public SampleJob Make(int index)
    {
        var (voice, language) = Start("job", index);
        var random = voice.Random;
        var employer = (int)(Employers * Math.Pow(random.NextDouble(), 2.2));
        voice.Fix("employer", Employer(employer).Name);
        voice.Fix("street", voice.Say("street"));
        var category = random.Skewed(categories);
        var contract = random.Next(20) switch { < 13 => Contract.Permanent, < 16 => Contract.Temporary, 16 => Contract.Freelance, 17 => Contract.Internship, _ => Contract.Student };
        var workplace = random.Next(20) switch { < 11 => Workplace.OnSite, < 19 => Workplace.Hybrid, _ => Workplace.Remote };
        var (age, closes) = Times(index, random);
        return new SampleJob
        {
            Employer = employer,
            Category = category,
            Language = language,
            Title = voice.Say(Titles(category, language)) + Everybody(language),
            Description = Description(voice),
            Contract = contract,
            Hours = contract == Contract.Student || voice.Chance(0.2) ? Hours.PartTime : Hours.FullTime,
            Workplace = workplace,
            Salary = Pay(contract, random),
            Places = [.. Enumerable.Range(0, voice.Chance(0.12) ? 2 : 1).Select(_ => random.Skewed(_towns)).Distinct().Select(town => (town.PostalCode, town.In(language)))],
            LanguagesAsked = voice.Chance(0.5) ? "nl fr" : voice.Chance(0.5) ? "en" : language.Code,
            Reference = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"S{seed}-{index + 1}"),
            AppliesByMail = voice.Chance(0.6),
            Age = age,
            Closes = closes,
            IsTop = closes > TimeSpan.Zero && voice.Chance(Top),
            StartsInDays = voice.Chance(0.6) ? random.Next(14, 120) : null,
        };
    }

    private (Voice Voice, Language Language) Start(string kind, int index)
    {
        var random = SampleRandom.For(seed, kind, index);
        var phrases = random.Next(20) switch { < 8 => _dutch, < 15 => _french, _ => _english };
        return (new Voice(phrases, random), phrases.Language);
    }

    /// <summary>Ids rise with time: the first have ended, the others were published within the last weeks.</summary>
    private (TimeSpan Age, TimeSpan Closes) Times(int index, Random random)
    {
        var place = (index + random.NextDouble()) / count;
        if (place < Ended)
        {
            var ago = TimeSpan.FromDays(70 + (330 * (1 - (place / Ended))));
            return (ago, TimeSpan.FromDays(random.Next(20, 60)) - ago);
        }
        var age = TimeSpan.FromDays(50 * (1 - ((place - Ended) / (1 - Ended))));
        return (age, TimeSpan.FromDays(random.Next(2, 60)));
    }

    private string Titles(string category, Language language)
    {
        var list = "job-title-" + category;
        var phrases = language == Language.Dutch ? _dutch : language == Language.French ? _french : _english;
        return phrases.Has(list) ? list : "job-title";
    }

    /// <summary>Adverts address every gender, and say so where the language's job titles do not.</summary>
    private static string Everybody(Language language) =>
        language == Language.Dutch ? " (v/m/x)" : language == Language.French ? " (H/F/X)" : "";

    private static Salary Pay(Contract contract, Random random)
    {
        if (contract == Contract.Student)
            return new Salary(1300 + (random.Next(4) * 50), 1550 + (random.Next(4) * 50), "EUR", PayPeriod.Hour);
        if (contract == Contract.Freelance)
            return new Salary(35000 + (random.Next(10) * 1000), 48000 + (random.Next(20) * 1000), "EUR", PayPeriod.Day);
        var from = contract == Contract.Internship ? 120000 : 230000 + (random.Next(40) * 5000);
        return new Salary(from, (long)Math.Round(from * (1.1 + (random.NextDouble() * 0.3)) / 5000) * 5000, "EUR", PayPeriod.Month);
    }

    private static BlockDocument Description(Voice voice)
    {
        var heads = voice.Say("job-heads").Split('|');
        return BlockDocument.Of(
        [
            Block.Paragraph(voice.Say("job-intro")),
            Head(heads[0]),
            List(voice, "job-task", voice.Random.Next(4, 7)),
            Head(heads[1]),
            List(voice, "job-ask", voice.Random.Next(3, 6)),
            Head(heads[2]),
            List(voice, "job-offer", voice.Random.Next(3, 6)),
        ]);
    }

    private static Block Head(string text) => Block.Of("heading", Block.TextOf(text)).With("level", 2L);

    private static Block List(Voice voice, string list, int size) => Block.Of(
        "bulletList", [.. Enumerable.Range(0, size).Select(_ => Block.Of("listItem", Block.Paragraph(voice.SayNext(list))))]);

    private sealed record Town(string PostalCode, string English, string Dutch, string French)
    {
        public static IReadOnlyList<Town> All()
        {
            using var stream = typeof(Town).Assembly.GetManifestResourceStream("Sample/towns.json")!;
            return [.. JsonSerializer.Deserialize<string[][]>(stream)!.Select(town => new Town(town[0], town[1], town[2], town[3]))];
        }

        public string In(Language language) => language == Language.Dutch ? Dutch : language == Language.French ? French : English;
    }
}
