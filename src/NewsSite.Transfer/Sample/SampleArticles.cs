using System.Globalization;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.Transfer.Sample;

/// <summary>Makes up articles: number <c>i</c> of <c>count</c> is always the same for the same seed and shelf.</summary>
internal sealed class SampleArticles(int seed, int count, SampleShelf shelf)
{
    private static readonly TimeSpan Span = TimeSpan.FromDays(3652);

    private readonly Phrases _english = Phrases.Of(Language.English);
    private readonly Phrases _dutch = Phrases.Of(Language.Dutch);
    private readonly Phrases _french = Phrases.Of(Language.French);

    public SampleArticle Make(int index)
    {
        var random = SampleRandom.For(seed, "article", index);
        var phrases = random.Next(10) switch { < 7 => _english, < 9 => _dutch, _ => _french };
        var voice = new Voice(phrases, random);
        foreach (var name in new[] { "place", "street", "snag", "body", "season" })
            voice.Fix(name, voice.Say(name));
        voice.Fix("who", voice.Say("person"));
        voice.Fix("work", voice.Say("job"));
        voice.Fix("project", voice.Say("project"));

        // Ids rise with time, as in a paper that has grown, and the paper has grown faster lately.
        var age = Span * Math.Pow(1 - ((index + random.NextDouble()) / count), 1.3);
        return new SampleArticle
        {
            Language = phrases.Language,
            Section = random.Skewed(shelf.Sections),
            Authors = Some(random, shelf.Authors, voice.Chance(0.2) ? 2 : 1),
            Tags = Some(random, shelf.Tags, random.Next(1, 5)),
            Text = new ArticleText
            {
                Title = voice.Say("title"),
                Standfirst = voice.Say("standfirst"),
                Body = BlockDocument.Of(Body(voice)),
                HeroId = shelf.Pictures.Count > 0 && voice.Chance(0.7) ? random.Skewed(shelf.Pictures) : null,
            },
            Age = age,
            Updated = voice.Chance(0.15) ? age * random.NextDouble() * 0.01 : null,
        };
    }

    private List<Block> Body(Voice voice)
    {
        var words = voice.Random.Next(300, 801);
        var blocks = new List<Block> { Block.Paragraph($"{voice.Say("opening")} {voice.SayNext("sentence")}") };
        var written = WordsIn(blocks[0]);
        for (var sinceBreak = written; written < words;)
        {
            var block = sinceBreak > 170 ? Break(voice) : Paragraph(voice);
            sinceBreak = sinceBreak > 170 ? 0 : sinceBreak + WordsIn(block);
            written += WordsIn(block);
            blocks.Add(block);
        }
        return blocks;
    }

    private static Block Paragraph(Voice voice)
    {
        var sentences = Enumerable.Range(0, voice.Random.Next(2, 5))
            .Select(_ => voice.Chance(0.16) ? voice.SayNext("quote") : voice.SayNext("sentence"));
        return Block.Paragraph(string.Join(' ', sentences));
    }

    /// <summary>What interrupts the paragraphs: mostly a subhead, now and then something richer.</summary>
    private Block Break(Voice voice) => voice.Random.Next(20) switch
    {
        0 or 1 => Block.Of("pullQuote", Block.TextOf(voice.SayNext("pull"))),
        2 or 3 => Block.Of("bulletList", Items(voice)),
        4 => Block.Of("orderedList", Items(voice)),
        5 or 6 => Block.Of("factBox", Block.Of("bulletList", Items(voice))).With("title", voice.Say("fact")),
        7 => Table(voice),
        8 => Block.Of("blockquote", Block.Paragraph(voice.SayNext("quote"))),
        9 or 10 when shelf.Pictures.Count > 0 => new Block("picture").With("media", voice.Random.Skewed(shelf.Pictures)),
        _ => Block.Of("heading", Block.TextOf(voice.SayNext("subhead"))).With("level", 2L),
    };

    private static List<Block> Items(Voice voice) =>
        [.. Enumerable.Range(0, voice.Random.Next(3, 6)).Select(_ => Block.Of("listItem", Block.Paragraph(voice.SayNext("item"))))];

    private static Block Table(Voice voice)
    {
        var first = voice.Random.Next(2008, 2022);
        var rows = Enumerable.Range(first, voice.Random.Next(3, 6)).Select(year => new[]
        {
            year.ToString(CultureInfo.InvariantCulture),
            Thousands(voice.Random.Next(2, 90)),
            Thousands(voice.Random.Next(100, 990)),
        });
        return Block.Of("table", [Row("tableHeader", voice.SayAll("table")), .. rows.Select(cells => Row("tableCell", cells))]);

        static string Thousands(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}\u00A0000");
    }

    private static Block Row(string cell, IEnumerable<string> texts) =>
        Block.Of("tableRow", [.. texts.Select(text => Block.Of(cell, Block.Paragraph(text)))]);

    private static int WordsIn(Block block) => block.Walk().Sum(node => node.Text?.Count(character => character == ' ') + 1 ?? 0);

    private static List<long> Some(Random random, IReadOnlyList<long> list, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Skewed(list)).Distinct()];
}
