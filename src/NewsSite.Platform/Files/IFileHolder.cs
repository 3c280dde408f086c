namespace NewsSite.Platform.Files;

/// <summary>Something whose rows name kept files; a file that no holder names may be deleted.</summary>
public interface IFileHolder
{
    Task<bool> NamesAsync(string file, CancellationToken cancel = default);
}
