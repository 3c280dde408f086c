namespace NewsSite.Web.Pages.Newsroom.Forms;

/// <summary>A short text in each language of the paper, one field beside the other.</summary>
public sealed record WordsField(string Name, string Label, WordsInput Value)
{
    public int MaxLength { get; init; } = 200;
    public int Rows { get; init; } = 1;
    public string Hint { get; init; } = "";
}
