using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Newsroom.Articles;

/// <summary>What readers see of a version: the part of a page that never changes.</summary>
public sealed record ReaderVersion
{
    public required BlockDocument Body { get; init; }
    public required string HeroCaption { get; init; }
    public required string SearchTitle { get; init; }
    public required string SearchText { get; init; }

    /// <summary>The ids of the pictures in the text.</summary>
    public required IReadOnlyList<long> Pictures { get; init; }
}

/// <summary>
/// Versions that were read lately, with their texts parsed. A version is written once and its number never used again, so nothing
/// in here can become wrong and nothing has to be thrown out by hand; what was not asked for the longest goes when the memory is full.
/// </summary>
public sealed class VersionMemory : IDisposable
{
    /// <summary>Bytes, as <see cref="BlockDocument.Weight"/> estimates them: some two thousand articles.</summary>
    private const long Limit = 64 * 1024 * 1024;

    private readonly MemoryCache _versions = new(new MemoryCacheOptions { SizeLimit = Limit, CompactionPercentage = 0.1 });

    public bool TryGet(long articleId, int number, [NotNullWhen(true)] out ReaderVersion? version) =>
        _versions.TryGetValue((articleId, number), out version) && version is not null;

    public void Keep(long articleId, int number, ReaderVersion version) =>
        _versions.Set((articleId, number), version, new MemoryCacheEntryOptions { Size = version.Body.Weight });

    public void Dispose() => _versions.Dispose();
}
