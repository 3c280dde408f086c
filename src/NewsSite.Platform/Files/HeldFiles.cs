namespace NewsSite.Platform.Files;

/// <summary>The kept files of all modules: one goes when no row of any of them names it.</summary>
public sealed class HeldFiles(FileStore files, IEnumerable<IFileHolder> holders)
{
    public Task RemoveAsync(string name, CancellationToken cancel = default) => files.RemoveAsync(name, () => IsNamedAsync(name, cancel));

    private async Task<bool> IsNamedAsync(string name, CancellationToken cancel)
    {
        foreach (var holder in holders)
        {
            if (await holder.NamesAsync(name, cancel))
                return true;
        }
        return false;
    }
}
