namespace NewsSite.Web.Pages;

/// <summary>The beginning of a text on one line, for descriptions.</summary>
public static class Excerpt
{
    private const int Longest = 160;

    public static string Of(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Length <= Longest)
            return line;
        var end = line.LastIndexOf(' ', Longest) is > 0 and var space ? space : Longest;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }
}
