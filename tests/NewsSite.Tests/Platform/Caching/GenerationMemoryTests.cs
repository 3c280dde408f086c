using Microsoft.Extensions.Options;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Site;

namespace NewsSite.Tests.Platform.Caching;

public sealed class GenerationMemoryTests
{
    private readonly SettableClock _clock = new();
    private readonly Generation _generation;
    private readonly GenerationMemory _memory;
    private int _made;

    public GenerationMemoryTests()
    {
        _generation = new Generation(new PaperClock(_clock, Options.Create(new SiteSettings())));
        _memory = new GenerationMemory(_generation);
    }

    [Fact]
    public async Task A_thing_is_made_once_however_many_ask_at_the_same_time()
    {
        var release = new TaskCompletionSource();
        var asked = Enumerable.Range(0, 50).Select(_ => Task.Run(() => _memory.GetAsync("headlines", async () =>
        {
            await release.Task;
            return Interlocked.Increment(ref _made);
        }).AsTask())).ToList();
        release.SetResult();

        Assert.All(await Task.WhenAll(asked), made => Assert.Equal(1, made));
    }

    [Fact]
    public async Task Things_are_kept_apart_by_their_key()
    {
        Assert.Equal(1, await _memory.GetAsync("a", Make));
        Assert.Equal(2, await _memory.GetAsync("b", Make));
        Assert.Equal(1, await _memory.GetAsync("a", Make));
    }

    [Fact]
    public async Task A_new_generation_forgets()
    {
        Assert.Equal(1, await _memory.GetAsync("a", Make));
        _generation.Apply(1);
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(2, await _memory.GetAsync("a", Make));
    }

    [Fact]
    public async Task A_failure_is_told_and_not_remembered()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _memory.GetAsync<string>("a", () => throw new InvalidOperationException("The database is away")));

        Assert.Equal(1, await _memory.GetAsync("a", Make));
    }

    /// <summary>A crawler may ask for more things than fit; what was there stays, what comes after is made each time.</summary>
    [Fact]
    public async Task The_memory_is_bounded()
    {
        Assert.Equal(1, await _memory.GetAsync("first", Make));
        for (var i = 0; i < 5000; i++)
            await _memory.GetAsync($"tag {i}", Make);
        var made = _made;

        Assert.Equal(made + 1, await _memory.GetAsync("another", Make));
        Assert.Equal(made + 2, await _memory.GetAsync("another", Make));
        Assert.Equal(1, await _memory.GetAsync("first", Make));
    }

    /// <summary>A page that was begun before a change must not leave its old blocks to the pages after it.</summary>
    [Fact]
    public async Task What_is_made_from_an_older_generation_is_not_kept()
    {
        var begun = _generation.Current;
        _generation.Apply(1);
        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(1, await _memory.GetAsync("ticker", Make, begun));
        Assert.Equal(2, await _memory.GetAsync("ticker", Make, _generation.Current));
        Assert.Equal(2, await _memory.GetAsync("ticker", Make, _generation.Current));
        Assert.Equal(3, await _memory.GetAsync("ticker", Make, begun));
    }

    private Task<int> Make() => Task.FromResult(++_made);
}
