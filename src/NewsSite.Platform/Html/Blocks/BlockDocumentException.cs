namespace NewsSite.Platform.Html.Blocks;

/// <summary>A block document that the schema does not allow; the message names the place and the rule.</summary>
public sealed class BlockDocumentException : Exception
{
    public BlockDocumentException(string place, string problem)
        : base($"{place}: {problem}") => Place = place;

    /// <summary>Where in the document, such as doc.content[3].attrs.level.</summary>
    public string Place { get; }
}
