namespace NewsSite.Search.Matching.Segments;

/// <summary>Takes searches one after the other, in any order, each once.</summary>
internal sealed class QuerySegmentBuilder
{
    private readonly List<Remainder> _remainders = [];
    private long[] _ids = new long[64];
    private ulong[] _filedUnder = new ulong[64];

    /// <summary>Where each search's header stands.</summary>
    private int[] _starts = new int[64];
    private int[] _bodies = new int[256];
    private int _bodiesLength;

    public int Count { get; private set; }

    /// <param name="body">The header and what it counts; the number of the remainder is set here.</param>
    public void Add(long id, int lead, int second, ReadOnlySpan<int> body, Remainder? remainder)
    {
        if (Count == _ids.Length)
        {
            Array.Resize(ref _ids, Count * 2);
            Array.Resize(ref _filedUnder, Count * 2);
            Array.Resize(ref _starts, Count * 2);
        }
        if (_bodiesLength + body.Length > _bodies.Length)
            Array.Resize(ref _bodies, (_bodiesLength + body.Length) * 2);
        body.CopyTo(_bodies.AsSpan(_bodiesLength));
        (_ids[Count], _filedUnder[Count], _starts[Count]) = (id, ((ulong)(uint)lead << 32) | (uint)second, _bodiesLength);
        _bodiesLength += body.Length;
        if (remainder is not null)
        {
            _bodies[_bodiesLength - 1] = _remainders.Count;
            _remainders.Add(remainder);
        }
        Count++;
    }

    public QuerySegment ToSegment()
    {
        var ids = _ids.AsSpan(0, Count).ToArray();
        var rows = RowsById(ids);
        var keys = _filedUnder.AsSpan(0, Count).ToArray();
        var order = Numbers(Count);
        Array.Sort(keys, order);

        var records = new int[LengthOfRecords(keys)];
        var leads = new List<(int Lead, int Start, int End)>();
        var (at, groupStart, leadStart) = (0, 0, 0);
        for (var place = 0; place < Count; place++)
        {
            var key = keys[place];
            if (place == 0 || keys[place - 1] != key)
            {
                if (place == 0 || keys[place - 1] >> 32 != key >> 32)
                    leadStart = at;
                groupStart = at;
                records[at] = (int)(uint)key;
                at += 2;
            }
            var search = order[place];
            records[at++] = rows[search];
            var body = BodyOf(search);
            body.CopyTo(records.AsSpan(at));
            at += body.Length;
            if (place + 1 < Count && keys[place + 1] == key)
                continue;
            records[groupStart + 1] = at;
            if (place + 1 == Count || keys[place + 1] >> 32 != key >> 32)
                leads.Add(((int)(key >> 32), leadStart, at));
        }
        return new QuerySegment
        {
            Ids = ids,
            Records = records,
            Leads = new LeadTable(leads),
            LeadReaches = [.. leads.Where(lead => lead.Lead < 0).Select(lead => lead.Lead)],
            Remainders = [.. _remainders],
        };
    }

    /// <summary>Puts the ids in order, and tells the row of each search as it was added.</summary>
    private static int[] RowsById(long[] ids)
    {
        var rows = Numbers(ids.Length);
        var isRising = true;
        for (var search = 1; search < ids.Length && isRising; search++)
            isRising = ids[search - 1] < ids[search];
        if (isRising)
            return rows;
        var searches = Numbers(ids.Length);
        Array.Sort(ids, searches);
        for (var row = 0; row < searches.Length; row++)
            rows[searches[row]] = row;
        return rows;
    }

    private int LengthOfRecords(ulong[] keys)
    {
        var groups = 0;
        for (var place = 0; place < keys.Length; place++)
            groups += place == 0 || keys[place - 1] != keys[place] ? 1 : 0;
        return checked(_bodiesLength + keys.Length + (2 * groups));
    }

    private ReadOnlySpan<int> BodyOf(int search) => _bodies.AsSpan(_starts[search], 1 + RecordHeader.LengthOf(_bodies[_starts[search]]));

    private static int[] Numbers(int count)
    {
        var numbers = new int[count];
        for (var number = 0; number < count; number++)
            numbers[number] = number;
        return numbers;
    }
}
