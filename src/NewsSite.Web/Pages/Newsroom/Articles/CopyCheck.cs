using System.Text.Json;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Html.Blocks;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>Reads what was sent as an article's content, and checks it against what the paper has.</summary>
internal sealed class CopyCheck(WritingDesk desk, DeskArticles articles, Translations translations, References references)
{
    private static readonly Dictionary<Reference, string> Fields = new()
    {
        [Reference.Section] = "sectionId",
        [Reference.Hero] = "heroId",
        [Reference.Authors] = "authorIds",
        [Reference.Tags] = "tagIds",
    };

    /// <summary>Null where there is no such article.</summary>
    public async Task<ArticleContent?> ReadAsync(long id, JsonElement sent, FieldProblems problems, CancellationToken cancel)
    {
        if (await desk.OpenAsync(id, cancel) is not { } copy || await articles.FindAsync(id, cancel) is not { } article)
            return null;
        var before = copy.Content with { Language = Language.OrDefault(article.Language) };
        var content = before;
        if (sent.TryGetProperty("fields", out var fields))
            content = EditorFields.Read(fields, content, problems);
        if (sent.TryGetProperty("document", out var document))
            content = content with { Text = content.Text with { Body = Body(document, problems) } };
        foreach (var missing in await references.MissingAsync(content, before, cancel))
            problems.Add(Fields[missing], FieldProblem.NotThere);
        if (content.Language != before.Language)
            await CheckLanguageAsync(article, content.Language!, problems, cancel);
        return content;
    }

    private async Task CheckLanguageAsync(DeskArticle article, Language language, FieldProblems problems, CancellationToken cancel)
    {
        if (article.PublishedAt is not null)
            problems.Add("language", FieldProblem.LanguageIsFixed);
        else if ((await translations.OfAsync(article.Id, cancel)).Any(other => other.Language == language.Code))
            problems.Add("language", FieldProblem.LanguageIsTaken);
    }

    private static BlockDocument Body(JsonElement document, FieldProblems problems)
    {
        try
        {
            return BlockDocument.Parse(document.GetRawText());
        }
        catch (BlockDocumentException wrong)
        {
            problems.Add("document", wrong.Message);
            return BlockDocument.Empty;
        }
    }
}
