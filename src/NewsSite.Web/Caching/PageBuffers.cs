using Microsoft.Extensions.ObjectPool;

namespace NewsSite.Web.Caching;

/// <summary>Memory for pages on their way out, used again: a new one of that size for each page would keep the collector busy.</summary>
internal sealed class PageBuffers : PooledObjectPolicy<MemoryStream>
{
    private const int Usual = 64 * 1024;

    /// <summary>A larger buffer is not worth holding for the next page.</summary>
    private const int Largest = 1024 * 1024;

    public static readonly ObjectPool<MemoryStream> Pool = new DefaultObjectPool<MemoryStream>(new PageBuffers());

    public override MemoryStream Create() => new(Usual);

    public override bool Return(MemoryStream obj)
    {
        obj.SetLength(0);
        return obj.Capacity <= Largest;
    }
}
