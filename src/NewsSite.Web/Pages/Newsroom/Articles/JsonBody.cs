using System.Text.Json;
using Microsoft.Extensions.Localization;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>The JSON that a script sent, read no further than it may be long.</summary>
public static class JsonBody
{
    /// <summary>Reads the body; otherwise says why not: 413, 415 or 400.</summary>
    public static async Task<(JsonDocument? Json, IResult? Refusal)> ReadAsync(HttpContext context, int mostBytes, IStringLocalizer<Interface> texts)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
            return (null, Results.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, detail: texts["Send JSON (application/json)."]));
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            if (body.Length + read > mostBytes)
                return (null, TooLarge(mostBytes, texts));
            body.Write(buffer, 0, read);
        }
        try
        {
            return (JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length)), null);
        }
        catch (JsonException broken)
        {
            return (null, Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: texts["This is no JSON: {0}", broken.Message]));
        }
    }

    public static IResult TooLarge(int mostBytes, IStringLocalizer<Interface> texts) => Results.Problem(
        statusCode: StatusCodes.Status413PayloadTooLarge,
        detail: texts["This is too long: {0} MB at most. Divide the text into two articles, or make its tables and boxes shorter.", mostBytes / (1024 * 1024)]);
}
