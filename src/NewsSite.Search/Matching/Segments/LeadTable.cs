using System.Numerics;

namespace NewsSite.Search.Matching.Segments;

/// <summary>Where the records filed under a lead stand: an open-addressing hash table of numbers, never changed.</summary>
internal sealed class LeadTable
{
    private const int Empty = int.MinValue;

    private readonly int[] _slots;
    private readonly int _mask;

    /// <param name="leads">Each once, with the start of its records and their end.</param>
    public LeadTable(IReadOnlyList<(int Lead, int Start, int End)> leads)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, leads.Count + (leads.Count / 2)));
        (_slots, _mask) = (new int[size * 3], size - 1);
        for (var slot = 0; slot < size; slot++)
            _slots[slot * 3] = Empty;
        foreach (var (lead, start, end) in leads)
        {
            var slot = SlotOf(lead);
            while (_slots[slot * 3] != Empty)
                slot = (slot + 1) & _mask;
            (_slots[slot * 3], _slots[(slot * 3) + 1], _slots[(slot * 3) + 2]) = (lead, start, end);
        }
    }

    public bool Find(int lead, out int start, out int end)
    {
        for (var slot = SlotOf(lead); _slots[slot * 3] != Empty; slot = (slot + 1) & _mask)
        {
            if (_slots[slot * 3] != lead)
                continue;
            (start, end) = (_slots[(slot * 3) + 1], _slots[(slot * 3) + 2]);
            return true;
        }
        (start, end) = (0, 0);
        return false;
    }

    /// <summary>All of it, in no order.</summary>
    public IEnumerable<(int Lead, int Start, int End)> Entries()
    {
        for (var slot = 0; slot < _slots.Length; slot += 3)
        {
            if (_slots[slot] != Empty)
                yield return (_slots[slot], _slots[slot + 1], _slots[slot + 2]);
        }
    }

    /// <summary>Fibonacci hashing (Knuth 6.4).</summary>
    private int SlotOf(int lead) => (int)(((uint)lead * 2654435769u) >> 7) & _mask;
}
