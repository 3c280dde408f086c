using System.Globalization;
using System.Net.Security;
using System.Text;

namespace NewsSite.Platform.Mail.Smtp;

/// <summary>Commands out, replies in, over a connection that may turn to TLS; nothing waits for ever and no reply grows without end.</summary>
internal sealed class SmtpStream(Stream plain, TimeProvider time) : IAsyncDisposable
{
    private const int MaxLineBytes = 4096;
    private const int MaxLines = 100;

    private readonly byte[] _buffer = new byte[MaxLineBytes];
    private Stream _stream = plain;
    private int _start;
    private int _end;

    /// <summary>Whether the server has said more than was read: before a turn to TLS somebody may have put it there.</summary>
    public bool HasUnread => _end > _start;

    public Task WriteAsync(ReadOnlyMemory<byte> bytes, TimeSpan limit, CancellationToken cancel) =>
        WithinAsync(limit, "did not take what was sent", async token =>
        {
            await _stream.WriteAsync(bytes, token);
            await _stream.FlushAsync(token);
            return true;
        }, cancel);

    public Task WriteLineAsync(string line, TimeSpan limit, CancellationToken cancel) =>
        WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), limit, cancel);

    public Task<SmtpReply> ReadReplyAsync(string awaited, TimeSpan limit, CancellationToken cancel) =>
        WithinAsync(limit, $"did not answer {awaited}", token => ReadReplyAsync(awaited, token), cancel);

    public Task TurnToTlsAsync(SslClientAuthenticationOptions options, TimeSpan limit, CancellationToken cancel) =>
        WithinAsync(limit, "did not begin TLS", async token =>
        {
            var secured = new SslStream(_stream);
            _stream = secured;
            await secured.AuthenticateAsClientAsync(options, token);
            return true;
        }, cancel);

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task<SmtpReply> ReadReplyAsync(string awaited, CancellationToken cancel)
    {
        var lines = new List<string>();
        while (lines.Count < MaxLines)
        {
            var line = await ReadLineAsync(awaited, cancel);
            var isCode = line.Length >= 3 && char.IsAsciiDigit(line[0]) && char.IsAsciiDigit(line[1]) && char.IsAsciiDigit(line[2]);
            if (!isCode || line[0] is < '2' or > '5' || (line.Length > 3 && line[3] is not (' ' or '-')))
                throw new SmtpException($"The mail server answered {awaited} with something that is no SMTP: {Shown(line)}");
            lines.Add(line.Length > 4 ? Shown(line[4..]) : "");
            if (line.Length == 3 || line[3] == ' ')
                return new SmtpReply(int.Parse(line.AsSpan(0, 3), CultureInfo.InvariantCulture), lines);
        }
        throw new SmtpException($"The mail server answered {awaited} with more than {MaxLines} lines");
    }

    private async Task<string> ReadLineAsync(string awaited, CancellationToken cancel)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Encoding.UTF8.GetString(_buffer, _start, length).TrimEnd('\r');
                _start += length + 1;
                return line;
            }
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
            if (_end == _buffer.Length)
                throw new SmtpException($"The mail server answered {awaited} with a line of more than {MaxLineBytes} bytes");
            var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancel);
            if (read == 0)
                throw new SmtpException($"The mail server closed the connection instead of answering {awaited}");
            _end += read;
        }
    }

    private async Task<T> WithinAsync<T>(TimeSpan limit, string otherwise, Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new SmtpException($"The mail server {otherwise} within {limit.TotalSeconds:0.#} s", inner: late);
        }
        catch (IOException broken)
        {
            throw new SmtpException($"The connection to the mail server broke: {broken.Message}", inner: broken);
        }
    }

    /// <summary>Without control characters: it goes into logs and pages.</summary>
    private static string Shown(string text) => string.Concat(text.Trim().Select(letter => char.IsControl(letter) ? '?' : letter));
}
