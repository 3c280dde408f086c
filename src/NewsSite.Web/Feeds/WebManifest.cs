using System.Text.Json;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Feeds;

/// <summary>What a phone needs to put the paper on its home screen.</summary>
internal static class WebManifest
{
    public const string ContentType = "application/manifest+json";

    public static void Write(Stream stream, string name, Language language)
    {
        using var json = new Utf8JsonWriter(stream);
        json.WriteStartObject();
        json.WriteString("id", Addresses.Home(language));
        json.WriteString("name", name);
        json.WriteString("lang", language.Code);
        json.WriteString("start_url", Addresses.Home(language));
        json.WriteString("scope", "/");
        json.WriteString("display", "minimal-ui");
        json.WriteStartArray("icons");
        foreach (var size in new[] { "192", "512" })
        {
            json.WriteStartObject();
            json.WriteString("src", $"/img/icon-{size}.png");
            json.WriteString("sizes", $"{size}x{size}");
            json.WriteString("type", "image/png");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
