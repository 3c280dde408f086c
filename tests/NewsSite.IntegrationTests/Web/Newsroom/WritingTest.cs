using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Account;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.IntegrationTests.Web.Newsroom;

/// <summary>A story about people who write, told as their browser's script tells it to the server.</summary>
public abstract class WritingTest(DatabaseEngine engine) : AccountTest(engine)
{
    protected static readonly Guid Tab = Guid.Parse("11111111-1111-4111-8111-111111111111");

    /// <summary>Somebody who starts an article through the page and has it open.</summary>
    protected async Task<(Visitor Visitor, long Id)> StartAsync(Role role, string title, string? name = null)
    {
        var section = await Paper.AddSectionAsync("city", null, Cancel);
        var visitor = await SignedInAsync(await HireAsync(role, name));
        await visitor.OpenAsync("/newsroom/articles/new");
        var page = await visitor.SendAsync("", ("title", title), ("section", section.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("language", "en"));
        Assert.Equal(200, page.Status);
        return (visitor, long.Parse(visitor.Path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Somebody else who opens it.</summary>
    protected async Task<Visitor> OpenAsync(Role role, long id, string name)
    {
        var visitor = await SignedInAsync(await HireAsync(role, name));
        Assert.Equal(200, (await visitor.OpenAsync($"/newsroom/articles/{id}")).Status);
        return visitor;
    }

    protected static Task<Answer> SaveAsync(Visitor visitor, long id, int revision, string words, object? fields = null) =>
        SaveAsync(visitor, id, JsonSerializer.Serialize(new { revision, tab = Tab, document = Document(words), fields = fields ?? new { } }));

    /// <summary>What is sent as it stands.</summary>
    protected static Task<Answer> SaveAsync(Visitor visitor, long id, string json) =>
        visitor.SendAsync(HttpMethod.Put, $"/newsroom/articles/{id}/copy", new StringContent(json, Encoding.UTF8, "application/json"));

    protected static Task<Answer> SendAsync(Visitor visitor, HttpMethod method, string path, object json) =>
        visitor.SendAsync(method, path, JsonContent.Create(json));

    protected static object Document(string words) =>
        new { type = "doc", content = new[] { new { type = "paragraph", content = new[] { new { type = "text", text = words } } } } };

    protected static JsonNode Json(Answer answer) => JsonNode.Parse(answer.Text)!;

    protected static int Revision(Answer answer) => answer.Status == 200 ? Json(answer)["revision"]!.GetValue<int>() : throw new InvalidOperationException($"{answer.Status}: {answer.Text}");

    /// <summary>A draft that somebody else of the staff, or nobody, has started.</summary>
    protected async Task<long> DraftAsync(string title)
    {
        var section = await Paper.AddSectionAsync("city", null, Cancel);
        return (await New<WritingDesk>().StartAsync(Language.English, new ArticleContent { Text = new ArticleText { Title = title }, SectionId = section }, new Editor(4242, "Somebody"), Cancel)).ArticleId;
    }
}
