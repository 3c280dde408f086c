using NewsSite.Platform.Languages;
using NewsSite.Transfer.Markdown;

namespace NewsSite.Transfer.Demo;

/// <summary>A static page of the demo paper in one language.</summary>
internal sealed record DemoStaticPage(MarkdownFile File, string Slug, Language Language, string Title)
{
    /// <param name="name">Such as "Demo/Pages/about.nl.md".</param>
    public static DemoStaticPage Read(string name)
    {
        var file = DemoFiles.Markdown(name);
        file.Front.Allow("title");
        if (Path.GetFileName(name).Split('.') is not [var slug, var code, "md"] || Language.Find(code) is not { } language)
            throw new MarkdownException(name, 1, "must be named like about.nl.md");
        return new DemoStaticPage(file, slug, language, file.Front.Need("title"));
    }
}
