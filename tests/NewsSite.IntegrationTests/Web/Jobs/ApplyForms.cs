using System.Net.Http.Headers;

namespace NewsSite.IntegrationTests.Web.Jobs;

/// <summary>Fills in the form of a job and sends it, as a browser does.</summary>
internal static class ApplyForms
{
    public const string Email = "anna@reader.example";

    public static readonly (string Name, string Value)[] Anna = [("Name", "Anna Peeters"), ("Email", Email), ("Letter", "I baked bread for years.")];

    /// <summary>Opens the form, takes a moment over it, and sends it.</summary>
    public static async Task<Answer> ApplyAsync(this Site site, long job, IEnumerable<(string Name, string Value)> fields, byte[]? cv = null, string cvName = "cv.pdf")
    {
        var form = await site.ReadAsync($"/jobs/{job}/apply");
        await site.PassAsync(TimeSpan.FromSeconds(10));
        return await site.SendApplicationAsync(job, Stamp(form), fields, cv, cvName);
    }

    public static string Stamp(Answer form) => form.Page.QuerySelector("input[name='Fields.Stamp']")!.GetAttribute("value")!;

    public static async Task<Answer> SendApplicationAsync(this Site site, long job, string stamp, IEnumerable<(string Name, string Value)> fields, byte[]? cv = null, string cvName = "cv.pdf")
    {
        using var content = Content(stamp, fields, cv, cvName);
        return await site.SendAsync(HttpMethod.Post, $"/jobs/{job}/apply", content);
    }

    public static MultipartFormDataContent Content(string stamp, IEnumerable<(string Name, string Value)> fields, byte[]? cv = null, string cvName = "cv.pdf")
    {
        var content = new MultipartFormDataContent { { new StringContent(stamp), "Fields.Stamp" } };
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), "Fields." + name);
        if (cv is not null)
        {
            var file = new ByteArrayContent(cv);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            content.Add(file, "Fields.Cv", cvName);
        }
        return content;
    }
}
