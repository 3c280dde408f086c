using System.Globalization;
using System.Text.Encodings.Web;
using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Platform.Html;

/// <summary>How a picture lies on the page.</summary>
/// <param name="Sizes">The sizes attribute: how wide it is shown.</param>
/// <param name="IsLead">The page's main picture is fetched first; all others when they come near.</param>
/// <param name="Origin">For readers elsewhere: the site's origin; then one size is given, with its whole address.</param>
public sealed record PictureLayout(string Sizes, bool IsLead = false, string Origin = "");

/// <summary>Writes an img element with all sizes; width and height stand in it, so that nothing moves when it arrives.</summary>
public static class PictureHtml
{
    /// <summary>The width that browsers without srcset get, in pixels.</summary>
    private const int PlainWidth = 800;

    public static void Write(TextWriter writer, HtmlEncoder encoder, Picture picture, PictureLayout layout)
    {
        var plain = picture.AtLeast(PlainWidth);
        var isElsewhere = layout.Origin.Length > 0;
        var shown = isElsewhere ? plain : picture.Largest;
        writer.Write(string.Create(CultureInfo.InvariantCulture,
            $"<img src=\"{layout.Origin}{plain.Address}\" width=\"{shown.Width}\" height=\"{shown.Height}\" alt=\""));
        encoder.Encode(writer, picture.Alt);
        writer.Write('"');
        if (isElsewhere)
        {
            writer.Write('>');
            return;
        }
        // Crops look at the centre anyway.
        if (picture.Focus != Focus.Centre)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $" data-focus-x=\"{picture.Focus.TenthX}\" data-focus-y=\"{picture.Focus.TenthY}\""));
        if (picture.Renditions.Count > 1)
        {
            writer.Write(" srcset=\"");
            writer.Write(string.Join(", ", picture.Renditions.Select(rendition =>
                string.Create(CultureInfo.InvariantCulture, $"{rendition.Address} {rendition.Width}w"))));
            writer.Write("\" sizes=\"");
            encoder.Encode(writer, layout.Sizes);
            writer.Write('"');
        }
        writer.Write(layout.IsLead ? " fetchpriority=\"high\">" : " loading=\"lazy\" decoding=\"async\">");
    }
}
