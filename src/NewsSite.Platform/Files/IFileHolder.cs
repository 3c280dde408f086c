using NewsSite.Platform.Files.Pictures;

namespace NewsSite.Platform.Files;

/// <summary>Something whose rows name kept files; a file that no holder names may be deleted.</summary>
public interface IFileHolder
{
    Task<bool> NamesAsync(string file, CancellationToken cancel = default);

    /// <summary>A picture of the library shows other files from now on; who took a size of it follows. Part of the caller's write.</summary>
    Task FollowAsync(IReadOnlyList<string> former, Picture now, CancellationToken cancel = default) => Task.CompletedTask;
}
