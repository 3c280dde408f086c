namespace NewsSite.Transfer.Wordpress.Export;

/// <summary>
/// The bytes of an export on their way to the XML reader, which would keep a text of any length in memory: here it ends when
/// one item is too large. Control characters, which no XML may hold and which WordPress exports all the same, become spaces.
/// </summary>
internal sealed class GuardedStream(FileStream file, int maxItem) : Stream
{
    private bool _isUtf16;
    private long _sinceItem;

    public int ControlCharacters { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => throw new NotSupportedException();
    }

    /// <summary>What follows counts anew.</summary>
    public void BeginItem() => _sinceItem = 0;

    /// <exception cref="ItemTooLargeException">More was read since the item began than an item may hold.</exception>
    public override int Read(Span<byte> buffer)
    {
        var isStart = file.Position == 0;
        var read = file.Read(buffer);
        if (isStart && read >= 2)
            _isUtf16 = (buffer[0], buffer[1]) is (0xFF, 0xFE) or (0xFE, 0xFF) or (0, (byte)'<') or ((byte)'<', 0);
        _sinceItem += read;
        if (_sinceItem > maxItem)
            throw new ItemTooLargeException();
        if (!_isUtf16)
            Clean(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    private void Clean(Span<byte> bytes)
    {
        // In UTF-8 and in all encodings that extend ASCII these bytes are part of no other character.
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                bytes[i] = (byte)' ';
                ControlCharacters++;
            }
        }
    }
}

/// <summary>Told apart from a broken file by the reader, which knows the line.</summary>
internal sealed class ItemTooLargeException : Exception;
