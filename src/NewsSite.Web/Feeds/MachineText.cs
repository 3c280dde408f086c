namespace NewsSite.Web.Feeds;

/// <summary>A text in UTF-8 for machines. It is written to HEAD as well, so that the entity tag is that of GET.</summary>
/// <param name="contentType">Without a charset.</param>
internal sealed class MachineText(string contentType, Action<Stream> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var text = new MemoryStream();
        write(text);
        var response = httpContext.Response;
        response.ContentType = $"{contentType}; charset=utf-8";
        text.Position = 0;
        await text.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
