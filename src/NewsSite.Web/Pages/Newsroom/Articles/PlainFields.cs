using NewsSite.Newsroom.Articles;
using NewsSite.Newsroom.WorkingCopies;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>The fields of the editor's form where no script runs. What was too long is cut, as the fields themselves do.</summary>
public sealed class PlainFields
{
    public int Revision { get; set; }
    public string? Title { get; set; }
    public string? Standfirst { get; set; }
    public string? Slug { get; set; }

    /// <summary>The page looks whether there is one; null: it stays.</summary>
    public long? SectionId { get; set; }
    public string? HeroCaption { get; set; }
    public string? SearchTitle { get; set; }
    public string? SearchText { get; set; }

    /// <summary>In the notation of <see cref="PlainNotation"/>; null where the page offered none, or a script runs.</summary>
    public string? Body { get; set; }

    public ArticleContent Over(ArticleContent content) => content with
    {
        Text = content.Text with
        {
            // What the notation cannot say is not offered, and never replaced.
            Body = Body is { } typed && PlainNotation.Of(content.Text.Body) is { } before && typed.ReplaceLineEndings("\n") != before ? PlainNotation.Read(Cut(typed)) : content.Text.Body,
            Title = Clean(Title, ArticleText.MaxTitle).Replace('\n', ' '),
            Standfirst = Clean(Standfirst, ArticleText.MaxStandfirst),
            HeroCaption = Clean(HeroCaption, ArticleText.MaxHeroCaption),
            SearchTitle = Clean(SearchTitle, ArticleText.MaxSearchTitle).Replace('\n', ' '),
            SearchText = Clean(SearchText, ArticleText.MaxSearchText),
        },
        SectionId = SectionId ?? content.SectionId,
        Slug = string.IsNullOrWhiteSpace(Slug) ? "" : Platform.Html.Slug.From(Slug),
    };

    private static string Clean(string? text, int most)
    {
        var clean = new string([.. (text ?? "").ReplaceLineEndings("\n").Where(character => !char.IsControl(character) || character == '\n')]);
        return clean.Length <= most ? clean : clean[..most];
    }

    private static string Cut(string text) => text.Length <= PlainNotation.MaxLength ? text : text[..PlainNotation.MaxLength];
}
