using System.Text;
using System.Text.Json;

namespace NewsSite.Platform.Html.Blocks;

/// <summary>The words of a document without form: from its blocks, or straight from what is stored, which costs a tenth.</summary>
internal static class BlockText
{
    public static string Of(Block root)
    {
        var text = new StringBuilder();
        foreach (var block in root.Walk())
            Add(text, block.Type, block.Text);
        return text.ToString().Trim();
    }

    /// <param name="json">As <see cref="BlockJson"/> writes it: a node's type comes first.</param>
    /// <exception cref="BlockDocumentException">It is no JSON.</exception>
    public static string OfStored(string json)
    {
        try
        {
            return Read(json);
        }
        catch (JsonException)
        {
            throw new BlockDocumentException("doc", "is stored as something that is not JSON");
        }
    }

    private static string Read(string json)
    {
        var text = new StringBuilder();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.ValueTextEquals("attrs"u8) || reader.ValueTextEquals("marks"u8))
            {
                reader.Skip();
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                Add(text, reader.ValueTextEquals("text"u8) ? "text" : reader.ValueTextEquals("hardBreak"u8) ? "hardBreak" : "", null);
            }
            else if (reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                text.Append(reader.GetString());
            }
        }
        return text.ToString().Trim();
    }

    private static void Add(StringBuilder text, string type, string? words)
    {
        if (type == "text")
            text.Append(words);
        else if (type == "hardBreak")
            text.Append(' ');
        else if (text.Length > 0 && text[^1] != '\n')
            text.Append('\n');
    }
}
