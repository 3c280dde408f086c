namespace NewsSite.Search.Following;

/// <summary>
/// What a module does on every node when the change log has moved, before the documents of the changes are read: such as taking
/// over a table that searches need in memory. Once at the start, too.
/// </summary>
public sealed record OnLogMoved(Func<IServiceProvider, CancellationToken, Task> Follow);
