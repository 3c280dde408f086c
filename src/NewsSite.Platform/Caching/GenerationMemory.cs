using System.Collections.Concurrent;

namespace NewsSite.Platform.Caching;

/// <summary>
/// Remembers small things that most pages show (sections, headlines, Top jobs) for one generation. Each is made once, however
/// many requests ask at the same time.
/// </summary>
/// <param name="generation">The current one.</param>
/// <param name="mostEntries">Some keys name a tag or an article: a crawler that asks for all of them must not fill the memory.</param>
public sealed class GenerationMemory(Generation generation, int mostEntries = 4096)
{
    private volatile Contents _contents = new("");

    /// <param name="key">What it is.</param>
    /// <param name="make">Makes it.</param>
    /// <param name="madeFrom">
    /// The generation in which what <paramref name="make"/> uses was read, where it was read before: if it has passed, what is
    /// made is not remembered. Else a page that was begun before a change would leave its old blocks to the pages after it.
    /// </param>
    public async ValueTask<T> GetAsync<T>(string key, Func<Task<T>> make, string? madeFrom = null)
        where T : notnull
    {
        var contents = Current();
        if (madeFrom is not null && madeFrom != contents.Generation)
            return await make();
        if (!contents.Entries.TryGetValue(key, out var made))
        {
            if (Interlocked.Increment(ref contents.Asked) > mostEntries)
                return await make();
            made = contents.Entries.GetOrAdd(key, _ => new Lazy<Task<object>>(async () => await make()));
        }
        try
        {
            return (T)await made.Value;
        }
        catch
        {
            // A failure is not remembered: the next request tries again.
            contents.Entries.TryRemove(new KeyValuePair<string, Lazy<Task<object>>>(key, made));
            throw;
        }
    }

    private Contents Current()
    {
        var current = generation.Current;
        var contents = _contents;
        if (contents.Generation != current)
            _contents = contents = new Contents(current);
        return contents;
    }

    private sealed class Contents(string generation)
    {
        /// <summary>How often something was not there yet; counting the entries would lock them all.</summary>
        public int Asked;

        public string Generation { get; } = generation;

        public ConcurrentDictionary<string, Lazy<Task<object>>> Entries { get; } = new(StringComparer.Ordinal);
    }
}
