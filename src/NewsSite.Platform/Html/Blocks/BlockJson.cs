using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsSite.Platform.Html.Blocks;

/// <summary>Writes blocks as ProseMirror JSON.</summary>
internal static class BlockJson
{
    // The JSON is stored, never put into a page, so letters need no escapes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Block root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, root);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Block block)
    {
        json.WriteStartObject();
        json.WriteString("type", block.Type);
        if (block.Attributes.Count > 0)
        {
            json.WriteStartObject("attrs");
            foreach (var (name, value) in block.Attributes)
                WriteAttribute(json, name, value);
            json.WriteEndObject();
        }
        if (block.Text is not null)
            json.WriteString("text", block.Text);
        if (block.Marks.Count > 0)
            WriteMarks(json, block.Marks);
        if (block.Content.Count > 0)
        {
            json.WriteStartArray("content");
            foreach (var child in block.Content)
                Write(json, child);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteAttribute(Utf8JsonWriter json, string name, object value)
    {
        if (value is long number)
            json.WriteNumber(name, number);
        else
            json.WriteString(name, (string)value);
    }

    private static void WriteMarks(Utf8JsonWriter json, IReadOnlyList<Mark> marks)
    {
        json.WriteStartArray("marks");
        foreach (var mark in marks)
        {
            json.WriteStartObject();
            json.WriteString("type", mark.Type);
            if (mark.Href is not null)
            {
                json.WriteStartObject("attrs");
                json.WriteString("href", mark.Href);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
