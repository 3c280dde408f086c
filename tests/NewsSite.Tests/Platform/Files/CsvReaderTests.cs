using NewsSite.Platform.Files;

namespace NewsSite.Tests.Platform.Files;

public sealed class CsvReaderTests
{
    [Fact]
    public async Task Values_may_hold_commas_quotation_marks_and_line_ends()
    {
        var rows = await ReadAsync("name,text\nfirst,\"one, \"\"two\"\"\nand three\"\n\nlast,\n");

        Assert.Equal(["2 first|one, \"two\"\nand three", "5 last|"], rows.Select(row => $"{row.Line} {row["name"]}|{row["text"]}"));
    }

    [Fact]
    public async Task What_begins_with_a_hash_before_the_columns_is_the_files_own_word()
    {
        var rows = await ReadAsync("# From somewhere, with a comma\nname\n#no comment any more\n");

        Assert.Equal("#no comment any more", Assert.Single(rows)["name"]);
    }

    [Fact]
    public async Task Columns_are_found_in_any_case_and_may_be_absent() =>
        Assert.Equal(("x", ""), (Assert.Single(await ReadAsync("Name,Other\r\nx,y\r\n"))["NAME"], Assert.Single(await ReadAsync("name\nx"))["nothing"]));

    [Theory]
    [InlineData("", "line 1: the file is empty")]
    [InlineData("other\nx", "line 1: no column 'name'; the first row names other")]
    [InlineData("name,name\n", "line 1: two columns are named 'name'")]
    [InlineData("name\nx\ny,z\n", "line 3: 2 values, but the first row names 1 columns")]
    [InlineData("name\nx\n\"open\nand so on\n", "line 3: a quotation mark is opened and not closed")]
    [InlineData("name\n\"x\"y\n", "line 2: after a closing quotation mark a comma or the end of the line must follow")]
    public async Task What_is_wrong_is_said_with_its_line(string text, string said) =>
        Assert.Equal(said, (await Assert.ThrowsAsync<FormatException>(() => ReadAsync(text))).Message);

    private static async Task<List<CsvRow>> ReadAsync(string text)
    {
        var rows = new List<CsvRow>();
        await foreach (var row in new CsvReader(new StringReader(text)).RowsAsync(["name"], TestContext.Current.CancellationToken))
            rows.Add(row);
        return rows;
    }
}
