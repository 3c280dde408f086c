using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Newsroom.Downloads;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files;

namespace NewsSite.IntegrationTests.Web.Newsroom;

public abstract class DownloadsTests(DatabaseEngine engine) : AccountTest(engine)
{
    [Fact]
    public async Task A_file_is_saved_under_its_own_name_until_an_editor_deletes_it()
    {
        var file = await New<FileStore>().KeepAsync("%PDF-1.7 the report"u8.ToArray(), "pdf", Cancel);
        var db = New<NewsDb>();
        db.Add(new Download { Name = "Rapport-été.pdf", File = file, Size = 19, CreatedAt = DateTimeOffset.UnixEpoch });
        await db.SaveAsync(Cancel);

        Assert.Equal("/downloads/1/Rapport-%C3%A9t%C3%A9.pdf", (await Site.GetAsync("/downloads/1/other.pdf")).Location);
        var answer = await Site.GetAsync("/downloads/1/Rapport-%C3%A9t%C3%A9.pdf");
        Assert.Equal((200, "%PDF-1.7 the report"), (answer.Status, answer.Text));
        Assert.StartsWith("attachment", answer["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal(404, (await Site.GetAsync("/downloads/2/other.pdf")).Status);

        var editor = await SignedInAsync(Role.Editor);
        await editor.OpenAsync("/newsroom/downloads");
        await editor.SendAsync("handler=Delete");
        Assert.Equal("Rapport-été.pdf is deleted.", editor.Page.TextOf(".notice--good"));
        Assert.Equal(410, (await Site.GetAsync("/downloads/1/Rapport-%C3%A9t%C3%A9.pdf")).Status);
        Assert.Null(New<FileStore>().Find(file));
        Assert.Contains("Editor: delete Rapport-été.pdf", await TrailAsync());
    }

    public sealed class OnSqlite() : DownloadsTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : DownloadsTests(DatabaseEngine.Postgres);
}
