using System.Xml;

namespace NewsSite.Web.Feeds;

/// <summary>
/// Writes XML of any length to a client: the writer fills a small buffer, which is sent on whenever it has grown, so that
/// memory stays flat and a slow client slows the reading.
/// </summary>
internal sealed class StreamedXml : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly Stream _client;
    private readonly CancellationToken _cancel;
    private readonly MemoryStream _buffer = new(BufferSize * 2);

    public StreamedXml(Stream client, CancellationToken cancel)
    {
        _client = client;
        _cancel = cancel;
        Xml = XmlWriter.Create(_buffer, SafeXml.Settings);
    }

    public XmlWriter Xml { get; }

    /// <summary>Sends what has been written, once it is worth it; to be called after each element.</summary>
    public async ValueTask FlushAsync()
    {
        if (_buffer.Length < BufferSize)
            return;
        Xml.Flush();
        await SendAsync();
    }

    /// <summary>Ends the document and sends the rest. Without it the document stays unfinished, so that nobody takes a part for the whole.</summary>
    public async Task EndAsync()
    {
        Xml.WriteEndDocument();
        Xml.Flush();
        await SendAsync();
    }

    public void Dispose()
    {
        // What a failed writer still holds goes nowhere.
        Xml.Dispose();
        _buffer.Dispose();
    }

    private async Task SendAsync()
    {
        await _client.WriteAsync(_buffer.GetBuffer().AsMemory(0, (int)_buffer.Length), _cancel);
        _buffer.SetLength(0);
    }
}
