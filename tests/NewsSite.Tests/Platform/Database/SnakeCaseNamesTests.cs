using NewsSite.Platform.Database;

namespace NewsSite.Tests.Platform.Database;

public sealed class SnakeCaseNamesTests
{
    [Theory]
    [InlineData("Id", "id")]
    [InlineData("PublishedAt", "published_at")]
    [InlineData("ApplyUrl", "apply_url")]
    [InlineData("Sha256Hash", "sha256_hash")]
    public void Columns_are_named_as_their_properties(string property, string column) => Assert.Equal(column, SnakeCaseNames.Convert(property));

    [Theory]
    [InlineData("100%", @"%100\%%")]
    [InlineData("a_b", @"%a\_b%")]
    [InlineData(@"C:\", @"%c:\\%")]
    public void A_title_pattern_takes_the_users_signs_literally(string text, string pattern) => Assert.Equal(pattern, TitlePattern.Containing(text));
}
