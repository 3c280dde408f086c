using NewsSite.Web.Pages.Search;

namespace NewsSite.Tests.Web;

public sealed class NameTableTests
{
    private static readonly NameTable Names = new(
    [
        new(SuggestionKind.Section, "Culture", "/culture"), new(SuggestionKind.Tag, "Water culture", "/water"), new(SuggestionKind.Tag, "Cultural heritage", "/heritage"),
        new(SuggestionKind.Tag, "Culottes", "/culottes"), new(SuggestionKind.Company, "Café Cülot", "/cafe"),
    ]);

    private static readonly HashSet<SuggestionKind> All = [.. Enum.GetValues<SuggestionKind>()];

    [Theory]
    [InlineData("cul", "Culture,Cultural heritage,Culottes,Café Cülot")]
    [InlineData("CULTURE", "Culture,Water culture")]
    [InlineData("water cul", "Water culture")]
    [InlineData("culture water", "")]
    [InlineData("cafe c", "Café Cülot")]
    [InlineData("  ", "")]
    [InlineData("\ud800\"*%", "")]
    public void Names_are_found_by_how_their_words_begin_two_of_each_kind(string typed, string names) =>
        Assert.Equal(names, string.Join(',', Names.Beginning(typed, All, 2).Select(name => name.Name)));

    [Fact]
    public void Only_the_kinds_that_are_wanted_are_found() =>
        Assert.Equal(["Café Cülot"], Names.Beginning("cul", new HashSet<SuggestionKind> { SuggestionKind.Company }, 9).Select(name => name.Name));
}
