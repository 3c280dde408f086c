using System.Text.Json;
using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Html;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>The fields beside the text as the editor's script names them.</summary>
public static class EditorFields
{
    public const int MaxAuthors = 20;
    public const int MaxTags = 50;

    public static IReadOnlyDictionary<string, object?> Of(ArticleContent content, Language language) => new Dictionary<string, object?>
    {
        ["title"] = content.Text.Title,
        ["standfirst"] = content.Text.Standfirst,
        ["sectionId"] = content.SectionId,
        ["authorIds"] = content.AuthorIds,
        ["tagIds"] = content.TagIds,
        ["slug"] = content.Slug,
        ["heroId"] = content.Text.HeroId,
        ["heroCaption"] = content.Text.HeroCaption,
        ["language"] = language.Code,
        ["searchTitle"] = content.Text.SearchTitle,
        ["searchText"] = content.Text.SearchText,
    };

    /// <summary>The content with the fields that were sent; those that were not stay. What is wrong is added to the problems.</summary>
    public static ArticleContent Read(JsonElement fields, ArticleContent content, FieldProblems problems)
    {
        if (fields.ValueKind != JsonValueKind.Object)
        {
            problems.Add("fields", "is no object");
            return content;
        }
        foreach (var field in fields.EnumerateObject())
            content = Read(field.Name, new FieldValue(field.Value, field.Name, problems), content);
        return content;
    }

    private static ArticleContent Read(string name, FieldValue value, ArticleContent content) => name switch
    {
        "title" => content with { Text = content.Text with { Title = value.Line(ArticleText.MaxTitle) } },
        "standfirst" => content with { Text = content.Text with { Standfirst = value.Words(ArticleText.MaxStandfirst) } },
        "heroId" => content with { Text = content.Text with { HeroId = value.Number() } },
        "heroCaption" => content with { Text = content.Text with { HeroCaption = value.Words(ArticleText.MaxHeroCaption) } },
        "searchTitle" => content with { Text = content.Text with { SearchTitle = value.Line(ArticleText.MaxSearchTitle) } },
        "searchText" => content with { Text = content.Text with { SearchText = value.Words(ArticleText.MaxSearchText) } },
        "sectionId" => content with { SectionId = value.Number() ?? 0 },
        "slug" => content with { Slug = value.Checked(value.Line(Slug.MaxLength), slug => slug.Length == 0 || Slug.IsValid(slug), FieldProblem.NoSlug) },
        "authorIds" => content with { AuthorIds = value.Numbers(MaxAuthors) },
        "tagIds" => content with { TagIds = value.Numbers(MaxTags) },
        "language" => content with { Language = Language.Find(value.Checked(value.Line(2), code => Language.Find(code) is not null, FieldProblem.NoLanguage)) ?? content.Language },
        _ => value.Unknown(content),
    };
}
