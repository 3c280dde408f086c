using System.Globalization;
using NewsSite.Newsroom.Bylines;
using NewsSite.Web.Pages.Newsroom.Forms;

namespace NewsSite.Web.Pages.Newsroom.Bylines;

/// <summary>An author as the form has them.</summary>
public sealed class AuthorForm
{
    public const int LongestName = 120;
    public const int LongestRole = 120;
    public const int LongestBiography = 2000;

    public string? Name { get; set; }
    public string? Slug { get; set; }
    public WordsInput Role { get; set; } = new();
    public WordsInput Biography { get; set; } = new();

    /// <summary>The picture's number in the media library; empty: none.</summary>
    public string? Portrait { get; set; }

    public static AuthorForm Of(Author author) => new()
    {
        Name = author.Name,
        Slug = author.Slug,
        Role = WordsInput.Of(author.Role),
        Biography = WordsInput.Of(author.Biography),
        Portrait = author.PortraitId?.ToString(CultureInfo.InvariantCulture),
    };

    public bool HasPortrait => !string.IsNullOrWhiteSpace(Portrait);

    public long? PortraitId => PictureField.Number(Portrait);

    public AuthorEdit ToEdit()
    {
        var name = Typed.Clean(Name, LongestName);
        return new AuthorEdit
        {
            Name = name,
            Slug = Typed.Slug(Slug, name),
            Role = Role.ToText(LongestRole),
            Biography = Biography.ToText(LongestBiography, hasLines: true),
            PortraitId = HasPortrait ? PortraitId : null,
        };
    }
}
