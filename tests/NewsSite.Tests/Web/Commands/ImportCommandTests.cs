using NewsSite.Transfer.Imports;
using NewsSite.Web.Commands;

namespace NewsSite.Tests.Web.Commands;

public sealed class ImportCommandTests
{
    [Fact]
    public void A_stopped_import_says_in_one_line_where_it_was() => Assert.Equal(
        "newssite: stopped at “Writing articles, pages and jobs”, 1,200 of 4,510 done; what was written stays, and running it again goes on from there",
        ImportCommand.Stopped(new ImportProgress("Writing articles, pages and jobs", 1200, 4510)));

    [Fact]
    public void While_it_reads_nothing_was_written()
    {
        Assert.Equal("newssite: stopped while reading the export; nothing was written", ImportCommand.Stopped(null));
        Assert.Equal("newssite: stopped while reading the export; nothing was written", ImportCommand.Stopped(new ImportProgress(ImportProgress.ReadingExport, 10, 20)));
    }
}
