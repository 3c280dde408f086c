using System.Text.RegularExpressions;
using NewsSite.Platform.Mail.Mime;

namespace NewsSite.Web.Pages.Mails;

/// <summary>A mail in the folder.</summary>
public sealed partial record LaidMail(string Path, MimePart Content)
{
    public string Address => "/mails/" + System.IO.Path.GetFileName(Path);

    public string Subject => Content.Header("Subject") is { Length: > 0 } subject ? subject : "(no subject)";

    public string Text => Content.Find("text/plain")?.Text().ReplaceLineEndings("\n") ?? "";

    public bool HasHtml => Content.Find("text/html") is not null;

    /// <summary>The text in pieces, every other one an address to follow.</summary>
    public string[] TextAndLinks => Link().Split(Text);

    [GeneratedRegex(@"(https?://[^\s<>""]+[^\s<>"".,;:!?)])")]
    private static partial Regex Link();
}
