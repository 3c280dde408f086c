using System.Numerics;
using NewsSite.Search.Documents;
using NewsSite.Search.Matching.Conditions;
using NewsSite.Search.Matching.Segments;
using NewsSite.Search.Queries;

namespace NewsSite.Search.Matching;

/// <summary>
/// One document held against a catalogue: its words, facets and places are told one after the other, each makes conditions hold, and at the
/// end the searches filed under these are looked through. Its arrays serve one document after the other, one thread at a time.
/// </summary>
internal sealed class DocumentRun
{
    private readonly WordPlaces _places = new();
    private readonly List<(GeoPoint Point, SpherePoint OnSphere)> _points = [];
    private QueryCatalogue _catalogue = null!;
    private ConditionView _view = null!;
    private DocumentTraits _traits;
    private long _pay;
    private Func<Clause, bool>? _readClause;

    /// <summary>By term: the fields in which it stands.</summary>
    private byte[] _fields = [];
    private int[] _terms = new int[512];
    private int _termCount;

    /// <summary>By condition: 1, it holds.</summary>
    private byte[] _holds = [];
    private int[] _holding = new int[512];
    private int _holdingCount;

    /// <summary>By surroundings: 0, not looked at yet; 1, it lies there; 2, it does not.</summary>
    private byte[] _near = [];
    private int[] _nearSeen = new int[64];
    private int _nearCount;

    private long[] _found = new long[256];
    private int _foundCount;

    /// <param name="readClause">Reads the document for a clause that is no condition.</param>
    public void Begin(QueryCatalogue catalogue, in DocumentTraits traits, Func<Clause, bool>? readClause = null)
    {
        Clear();
        (_catalogue, _view, _traits, _readClause) = (catalogue, catalogue.Conditions, traits, readClause);
        _pay = traits.Pay ?? long.MinValue;
        Grow(ref _fields, _view.TermCount);
        Grow(ref _holds, _view.ConditionCount);
        Grow(ref _near, _view.ReachCount);
        Hold(ConditionTable.Always);
    }

    /// <param name="stem">Or any other token that searches are made of.</param>
    /// <param name="field">A single one.</param>
    /// <param name="position">Of the word in the field's text.</param>
    public void AddWord(ReadOnlySpan<char> stem, Fields field, int position)
    {
        if (!_view.Stems.TryGetValue(stem, out var term) || term >= _view.TermCount)
            return;
        if (_view.HasPhrases)
            _places.Add(term, field, position);
        AddTerm(term, (int)field);
    }

    public void AddFacet(Facet facet)
    {
        if (_view.Facets.TryGetValue(facet, out var term) && term < _view.TermCount)
            AddTerm(term, ConditionTable.FacetField);
    }

    public void AddPlace(GeoPoint point)
    {
        if (_points.Count == 0 || !_points.Exists(known => known.Point == point))
            _points.Add((point, new SpherePoint(point)));
    }

    /// <summary>The ids of the searches that match, each once, in no order.</summary>
    public ReadOnlySpan<long> Finish()
    {
        LookAtComposites();
        foreach (var live in _catalogue.Segments)
        {
            var segment = live.Segment;
            for (var place = 0; place < _holdingCount; place++)
            {
                if (segment.Leads.Find(_holding[place], out var start, out var end))
                    Scan(live, start, end);
            }
            foreach (var lead in segment.LeadReaches)
            {
                if (IsNear(~lead) && segment.Leads.Find(lead, out var start, out var end))
                    Scan(live, start, end);
            }
        }
        return _found.AsSpan(0, _foundCount);
    }

    private void AddTerm(int term, int field)
    {
        if ((_fields[term] & field) != 0)
            return;
        if (_fields[term] == 0)
            Append(ref _terms, ref _termCount, term);
        _fields[term] |= (byte)field;
        foreach (var trigger in TriggerLists.Read(_view.Triggers, term))
        {
            if ((trigger & field) != 0)
                Hold(trigger >> ConditionTable.FieldBits);
        }
    }

    private void Hold(int condition)
    {
        // Newer ones belong to searches that are not in this catalogue.
        if (condition >= _view.ConditionCount || _holds[condition] != 0)
            return;
        _holds[condition] = 1;
        Append(ref _holding, ref _holdingCount, condition);
    }

    private void LookAtComposites()
    {
        for (var place = 0; place < _holdingCount; place++)
        {
            foreach (var parent in TriggerLists.Read(_view.Parents, _holding[place]))
            {
                if (parent < _view.ConditionCount && _holds[parent] == 0 && Holds(parent))
                    Hold(parent);
            }
        }
    }

    private bool Holds(int condition) => _holds[condition] != 0 || _view.Composites[condition] switch
    {
        AnyComposite any => Array.Exists(any.Conditions, Holds),
        AllComposite all => Array.TrueForAll(all.Conditions, Holds),
        PhraseComposite phrase => _places.Follow(phrase.Words),
        _ => false,
    };

    private void Scan(LiveQuerySegment live, int start, int end)
    {
        var (records, holds) = (live.Segment.Records, _holds);
        for (var at = start; at < end;)
        {
            var (second, groupEnd) = (records[at], records[at + 1]);
            if (second < 0 ? !IsNear(~second) : holds[second] == 0)
            {
                at = groupEnd;
                continue;
            }
            for (at += 2; at < groupEnd;)
            {
                var header = records[at + 1];
                var next = at + 2 + RecordHeader.LengthOf(header);
                var (place, positivesEnd) = (at + 2, at + 2 + (header & RecordHeader.Positives));
                while (place < positivesEnd && holds[records[place]] != 0)
                    place++;
                if (place == positivesEnd && (header <= RecordHeader.Positives || RestHolds(live.Segment, place, header)) && !live.IsDead(records[at]))
                    Found(live.Segment.Ids[records[at]]);
                at = next;
            }
        }
    }

    private bool RestHolds(QuerySegment segment, int place, int header)
    {
        var records = segment.Records;
        for (var end = place + RecordHeader.NegativesOf(header); place < end; place++)
        {
            if (_holds[records[place]] != 0)
                return false;
        }
        var reach = (header & RecordHeader.HasReach) != 0 ? records[place++] : -1;
        if ((header & RecordHeader.HasPay) != 0 && _pay < records[place++])
            return false;
        if (reach >= 0 && !IsNear(reach))
            return false;
        return (header & RecordHeader.HasRemainder) == 0 || Holds(segment.Remainders[records[place]]);
    }

    private bool Holds(Remainder rest) =>
        (rest.LeastPay is not { } pay || _traits.Pay >= pay)
        && (rest.Days is not { } days || _traits.At >= _traits.Now.AddDays(-days))
        && (rest.From is not { } from || _traits.At >= from)
        && (rest.Before is not { } before || _traits.At < before)
        && (rest.Words is not { } words || (_readClause ?? throw new InvalidOperationException("A clause has to be read, but not by whom")).Invoke(words));

    private bool IsNear(int reach)
    {
        if (_near[reach] != 0)
            return _near[reach] == 1;
        ref readonly var condition = ref _view.Reaches[reach];
        var isNear = condition.WithEverywhere && _traits.IsEverywhere;
        foreach (var (point, onSphere) in _points)
            isNear = isNear || condition.Contains(point, onSphere);
        _near[reach] = isNear ? (byte)1 : (byte)2;
        Append(ref _nearSeen, ref _nearCount, reach);
        return isNear;
    }

    private void Found(long id)
    {
        if (_foundCount == _found.Length)
            Array.Resize(ref _found, _foundCount * 2);
        _found[_foundCount++] = id;
    }

    private void Clear()
    {
        for (var place = 0; place < _termCount; place++)
            _fields[_terms[place]] = 0;
        for (var place = 0; place < _holdingCount; place++)
            _holds[_holding[place]] = 0;
        for (var place = 0; place < _nearCount; place++)
            _near[_nearSeen[place]] = 0;
        (_termCount, _holdingCount, _nearCount, _foundCount) = (0, 0, 0, 0);
        _places.Clear();
        _points.Clear();
    }

    private static void Append(ref int[] list, ref int count, int number)
    {
        if (count == list.Length)
            Array.Resize(ref list, count * 2);
        list[count++] = number;
    }

    /// <summary>All are 0 between two documents, so that nothing has to be kept.</summary>
    private static void Grow(ref byte[] array, int length)
    {
        if (array.Length < length)
            array = new byte[BitOperations.RoundUpToPowerOf2((uint)length)];
    }
}
