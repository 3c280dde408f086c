using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Database;

/// <summary>The assemblies whose table mappings make up the database; each module adds its own.</summary>
public sealed record MappedAssembly(Assembly Assembly);

/// <summary>
/// The one database context. It knows no table: modules bring mappings and their own extension properties.
/// Changes are saved through <see cref="BeginWriteAsync"/> or <see cref="SaveAsync"/>, never by SaveChanges alone, so that
/// the change log is written in the same transaction.
/// </summary>
public sealed class NewsDb(DbContextOptions<NewsDb> options, IEnumerable<MappedAssembly> mapped, DatabaseSettings settings, ChangeLog log)
    : DbContext(options)
{
    /// <summary>In the order in which they were noted; a record stands for what is not loaded.</summary>
    private readonly OrderedDictionary<ILogged, bool> _changed = [];
    private readonly List<Action> _afterCommit = [];
    private DbContextId _workOf;

    public DatabaseEngine Engine => settings.Engine;

    /// <summary>Notes that readers see something else once the current work is saved.</summary>
    public void Note(ILogged changed)
    {
        ForgetLastWork();
        _changed.TryAdd(changed, true);
    }

    /// <summary>Notes many things of one kind without loading them, such as all articles of a tag that gets another name.</summary>
    public void NoteAll(string kind, IEnumerable<long> ids)
    {
        foreach (var id in ids)
            Note(new NotedThing(kind, id));
    }

    /// <summary>Wakes somebody once the current work is committed; forgotten if it is rolled back.</summary>
    public void AfterCommit(Action wake)
    {
        ForgetLastWork();
        _afterCommit.Add(wake);
    }

    /// <summary>Saves all pending changes and their notes in one transaction.</summary>
    public async Task SaveAsync(CancellationToken cancel = default)
    {
        await using var write = await BeginWriteAsync(cancel);
        await write.CommitAsync(cancel);
    }

    /// <summary>Opens a write transaction; on SQLite it waits for the process's other writers without blocking a thread.</summary>
    public Task<WriteTransaction> BeginWriteAsync(CancellationToken cancel = default) =>
        WriteTransaction.BeginAsync(this, log, cancel);

    internal IReadOnlyList<ILogged> TakeNotes()
    {
        ForgetLastWork();
        var notes = _changed.Keys.ToArray();
        _changed.Clear();
        return notes;
    }

    internal void EndWrite(bool isCommitted)
    {
        var wakes = _afterCommit.ToArray();
        _afterCommit.Clear();
        if (!isCommitted)
            return;
        foreach (var wake in wakes)
            wake();
    }

    /// <summary>Contexts are used again by later requests: what the last one left unsaved is not theirs.</summary>
    private void ForgetLastWork()
    {
        if (_workOf == ContextId)
            return;
        _changed.Clear();
        _afterCommit.Clear();
        _workOf = ContextId;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var module in mapped)
            modelBuilder.ApplyConfigurationsFromAssembly(module.Assembly);
        SnakeCaseNames.Apply(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Engine == DatabaseEngine.Sqlite)
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsMicroseconds>();
        else
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantInUtc>();
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextAsJson>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    private sealed record NotedThing(string Kind, long Id) : ILogged;

    private sealed class InstantAsMicroseconds() : ValueConverter<DateTimeOffset, long>(
        instant => Microseconds.FromInstant(instant), stored => Microseconds.ToInstant(stored));

    private sealed class InstantInUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        instant => Microseconds.Cut(instant), stored => stored.ToUniversalTime());

    private sealed class LocalizedTextAsJson() : ValueConverter<LocalizedText, string>(
        text => text.ToJson(), stored => LocalizedText.FromJson(stored));
}
