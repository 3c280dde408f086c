using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.Versions;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Tests.Newsroom.Versions;

public sealed class ComparisonTests
{
    [Fact]
    public void A_changed_word_is_marked_within_its_passage()
    {
        var passages = Compare(["The tram runs until midnight.", "It is yellow."], ["The tram runs until dawn.", "It is yellow."]);

        Assert.Equal("The tram runs until -midnight.-+dawn.+", Marked(passages[0]));
        Assert.Equal("It is yellow.", Marked(passages[1]));
    }

    [Fact]
    public void A_new_passage_is_added_and_a_lost_one_removed()
    {
        var passages = Compare(["One.", "Two.", "Three."], ["One.", "Three.", "A quite different fourth."]);

        Assert.Equal(["One.", "-Two.-", "Three.", "+A quite different fourth.+"], passages.Select(Marked));
    }

    [Fact]
    public void A_picture_is_the_same_while_its_words_change()
    {
        var older = new ArticleText { Title = "Trams", HeroId = 7, Body = BlockDocument.Of([Picture(3, "A yellow tram"), Picture(4, "Gone")]) };
        var newer = older with { HeroId = 8, Body = BlockDocument.Of([Picture(3, "A blue tram")]) };

        var passages = Comparison.Of(older, newer);

        Assert.Equal(
            [
                (PassageKind.Headline, 0, "Trams"), (PassageKind.Hero, 7, "--"), (PassageKind.Hero, 8, "++"), (PassageKind.Picture, 3, ""), (PassageKind.Caption, 0, "A -yellow -+blue +tram"),
                (PassageKind.Picture, 4, "--"), (PassageKind.Caption, 0, "-Gone-"),
            ],
            passages.Select(passage => (passage.Kind, passage.Id, Marked(passage))));
        Assert.Equal([Difference.Removed, Difference.Added], passages.Where(passage => passage.Kind == PassageKind.Hero).Select(passage => passage.Difference));
    }

    [Fact]
    public void Names_are_compared_as_sets_in_the_newer_order() => Assert.Equal(
        [new ComparedName(Difference.Added, 3), new ComparedName(Difference.Same, 1), new ComparedName(Difference.Removed, 2)], Comparison.OfNames([1, 2], [3, 1]));

    [Fact]
    public void Either_text_can_be_read_back_from_any_comparison()
    {
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var older = Generated(random);
            var newer = random.Next(3) == 0 ? Generated(random) : Edited(older, random);

            var passages = Compare(older, newer);

            Assert.Equal(older, Side(passages, Difference.Removed));
            Assert.Equal(newer, Side(passages, Difference.Added));
        }
    }

    [Fact]
    public void A_passage_of_a_hundred_thousand_words_is_compared_as_a_whole()
    {
        var older = string.Join(' ', Enumerable.Repeat("word", 40_000));
        var passages = Compare([older], [older + " more"]);

        Assert.Equal(2, passages.Count);
    }

    private static IReadOnlyList<ComparedPassage> Compare(IEnumerable<string> older, IEnumerable<string> newer) =>
        Comparison.Of(Document(older), Document(newer));

    private static Block Picture(long media, string caption) => new Block("picture").With("media", media).With("caption", caption);

    private static BlockDocument Document(IEnumerable<string> passages) => BlockDocument.Of([.. passages.Select(Block.Paragraph)]);

    private static string Marked(ComparedPassage passage) => string.Concat(passage.Runs.Select(run => run.Difference switch
    {
        Difference.Added => $"+{run.Text}+",
        Difference.Removed => $"-{run.Text}-",
        _ => run.Text,
    }));

    private static List<string> Side(IReadOnlyList<ComparedPassage> passages, Difference side) =>
        [.. passages.Where(passage => passage.Difference == Difference.Same || passage.Difference == side)
            .Select(passage => string.Concat(passage.Runs.Where(run => run.Difference == Difference.Same || run.Difference == side).Select(run => run.Text)))];

    private static List<string> Generated(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => "abcdef"[random.Next(6)])))];

    private static List<string> Edited(List<string> older, Random random)
    {
        var newer = older.ToList();
        newer[random.Next(newer.Count)] += " edited";
        if (random.Next(2) == 0)
            newer.Insert(random.Next(newer.Count + 1), "inserted here");
        return newer;
    }
}
