using System.Globalization;
using NewsSite.Newsroom.Articles;

namespace NewsSite.Web.Pages.Shared;

/// <summary>How an article is announced in a list; the modifiers are those of teaser.css.</summary>
public sealed record Teaser(ArticleCard Card, Frame Frame)
{
    public string Kind { get; init; } = "";

    /// <summary>The level of its heading.</summary>
    public int Level { get; init; } = 2;
    public bool WithPicture { get; init; } = true;
    public bool WithStandfirst { get; init; }
    public bool WithKicker { get; init; } = true;

    /// <summary>It stands under its day: the time is enough.</summary>
    public bool IsUnderItsDay { get; init; }

    /// <summary>The page's main picture: fetched first.</summary>
    public bool IsFirst { get; init; }
    public string Sizes { get; init; } = "(min-width: 60rem) 20rem, 100vw";

    /// <summary>The wide first story of a list.</summary>
    public bool IsListLead { get; init; }

    /// <summary>What the reader looked for stands out in them; null: the plain title, and no passage.</summary>
    public Marked? Title { get; init; }

    /// <inheritdoc cref="Title"/>
    public Marked? Passage { get; init; }

    /// <summary>The article's language where it is not the page's.</summary>
    public string? Lang => Card.Language == Frame.Language.Code ? null : Card.Language;

    /// <summary>What it looks like depends on these alone, within one generation. A property that is added belongs in here.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"article {Frame.Language.Code} {Card.Id} {Level} {Flags} {Kind}|{Sizes}");

    private int Flags => (WithPicture ? 1 : 0) | (WithStandfirst ? 2 : 0) | (WithKicker ? 4 : 0) | (IsUnderItsDay ? 8 : 0) | (IsFirst ? 16 : 0) | (IsListLead ? 32 : 0);

    public bool HasPicture => WithPicture && Card.Picture is not null;

    /// <summary>Without a picture there is nothing to stand beside.</summary>
    public string Classes(string section) => string.Concat(
        IsListLead ? "list-lead teaser" : "teaser",
        string.Concat(Kind.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(kind => kind != "beside" || HasPicture).Select(kind => " teaser--" + kind)),
        section == "opinion" ? " teaser--opinion" : "");
}
