namespace NewsSite.Search.Matching.Conditions;

/// <summary>
/// Lists of numbers that only grow, one for each place. One writes, others read meanwhile: they see a list as it was at some time, and pass over
/// what is newer than what they look for.
/// </summary>
internal sealed class TriggerLists
{
    /// <summary>By place; a list's first number is its length.</summary>
    private int[]?[] _lists = new int[64][];

    public static ReadOnlySpan<int> Read(int[]?[] lists, int place)
    {
        var list = Volatile.Read(ref lists[place]);
        return list is null ? [] : list.AsSpan(1, Volatile.Read(ref list[0]));
    }

    /// <summary>For those who read; places that are added later are not in it.</summary>
    public int[]?[] Current => _lists;

    public void Reserve(int places)
    {
        if (places > _lists.Length)
            Array.Resize(ref _lists, Math.Max(places, _lists.Length * 2));
    }

    public void Add(int place, int number)
    {
        var list = _lists[place];
        if (list is null)
        {
            Volatile.Write(ref _lists[place], [1, number]);
            return;
        }
        var length = list[0];
        if (length + 1 == list.Length)
        {
            var longer = new int[(length * 2) + 1];
            list.AsSpan(0, length + 1).CopyTo(longer);
            longer[length + 1] = number;
            longer[0] = length + 1;
            Volatile.Write(ref _lists[place], longer);
            return;
        }
        list[length + 1] = number;
        Volatile.Write(ref list[0], length + 1);
    }
}
