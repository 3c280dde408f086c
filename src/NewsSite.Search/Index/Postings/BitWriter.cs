using System.Buffers.Binary;

namespace NewsSite.Search.Index.Postings;

/// <summary>A growing array of bytes to which numbers of a few bits are added.</summary>
internal sealed class BitWriter
{
    private byte[] _data = new byte[1024];
    private int _length;
    private ulong _pending;
    private int _pendingBits;

    /// <summary>In bytes, after <see cref="Align"/>.</summary>
    public int Length => _length;

    public void Write(int number, int bits)
    {
        _pending |= (ulong)(uint)number << _pendingBits;
        _pendingBits += bits;
        if (_pendingBits < 32)
            return;
        if (_length + sizeof(uint) > _data.Length)
            Array.Resize(ref _data, _data.Length * 2);
        BinaryPrimitives.WriteUInt32LittleEndian(_data.AsSpan(_length), (uint)_pending);
        _length += sizeof(uint);
        _pending >>= 32;
        _pendingBits -= 32;
    }

    public void WriteByte(int number) => Write(number, 8);

    /// <summary>Fills the last byte up.</summary>
    public void Align()
    {
        if (_length + sizeof(uint) > _data.Length)
            Array.Resize(ref _data, _data.Length * 2);
        for (; _pendingBits > 0; _pendingBits -= 8)
        {
            _data[_length++] = (byte)_pending;
            _pending >>= 8;
        }
        _pendingBits = 0;
    }

    /// <summary>What was written, followed by the slack that readers need.</summary>
    public byte[] ToArray()
    {
        Align();
        var data = new byte[_length + BitPacking.Slack];
        _data.AsSpan(0, _length).CopyTo(data);
        return data;
    }
}
