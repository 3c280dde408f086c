using NewsSite.Platform.Languages;
using NewsSite.Search.Documents;
using NewsSite.Search.Index.Postings;

namespace NewsSite.Search.Index.Segments;

/// <summary>Takes documents one after the other.</summary>
internal sealed class ColumnsBuilder(FacetTable facets)
{
    private static readonly List<Language> Languages = [.. Language.All];

    private readonly List<string> _kinds = [];
    private readonly List<byte> _kind = [];
    private readonly List<long> _id = [];
    private readonly List<byte> _language = [];
    private readonly List<long> _at = [];
    private readonly List<long> _until = [];
    private readonly List<long> _liftedUntil = [];
    private readonly List<long> _pay = [];
    private readonly List<DocumentTraits> _traits = [];
    private readonly List<byte>[] _lengths = [.. Enumerable.Range(0, Occurrences.FieldCount).Select(_ => new List<byte>())];
    private readonly ListsBuilder _facets = new();
    private readonly ListsBuilder _places = new();
    private readonly Dictionary<GeoPoint, int> _points = [];

    public int Count => _id.Count;

    /// <param name="lengths">In words, of each field.</param>
    public void Add(SearchDocument document, ReadOnlySpan<int> lengths)
    {
        _kind.Add(KindNumber(document.Key.Kind));
        _id.Add(document.Key.Id);
        _language.Add((byte)Languages.IndexOf(document.Language));
        _at.Add(Microseconds(document.At));
        _until.Add(document.Until is { } until ? Microseconds(until) : Columns.Never);
        _liftedUntil.Add(document.LiftedUntil is { } lifted ? Microseconds(lifted) : Columns.None);
        _pay.Add(document.Pay ?? Columns.None);
        _traits.Add((document.Ages ? DocumentTraits.Ages : DocumentTraits.None) | (document.IsEverywhere ? DocumentTraits.IsEverywhere : DocumentTraits.None));
        for (var field = 0; field < lengths.Length; field++)
            _lengths[field].Add(FieldLength.Encode(lengths[field]));
        _facets.Add([.. document.Facets.Distinct().Select(facets.NumberOf)]);
        _places.Add([.. document.Places.Distinct().Select(PointNumber)]);
    }

    /// <summary>A document of another segment.</summary>
    public void Add(Columns from, int document)
    {
        _kind.Add(KindNumber(from.Kinds[from.Kind[document]]));
        _id.Add(from.Id[document]);
        _language.Add(from.Language[document]);
        _at.Add(from.At[document]);
        _until.Add(from.Until[document]);
        _liftedUntil.Add(from.LiftedUntil[document]);
        _pay.Add(from.Pay[document]);
        _traits.Add(from.Traits[document]);
        for (var field = 0; field < _lengths.Length; field++)
            _lengths[field].Add(from.Lengths[field][document]);
        _facets.Add(from.Facets[document]);
        var points = from.Places[document];
        Span<int> numbers = points.Length <= 64 ? stackalloc int[points.Length] : new int[points.Length];
        for (var index = 0; index < points.Length; index++)
            numbers[index] = PointNumber(from.Points[points[index]]);
        _places.Add(numbers);
    }

    public Columns ToColumns() => new()
    {
        Kinds = [.. _kinds],
        Kind = [.. _kind],
        Id = [.. _id],
        Language = [.. _language],
        At = Column.Of(_at),
        Until = Column.Of(_until),
        LiftedUntil = Column.Of(_liftedUntil),
        Pay = Column.Of(_pay),
        Traits = [.. _traits],
        Lengths = Array.ConvertAll(_lengths, lengths => lengths.ToArray()),
        Facets = _facets.ToLists(),
        Places = _places.ToLists(),
        Points = [.. _points.Keys], // in the order of their numbers: nothing was removed
    };

    public static long Microseconds(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The first microsecond that is not before it.</summary>
    public static long MicrosecondsFrom(DateTimeOffset time) => Microseconds(time.AddTicks(TimeSpan.TicksPerMicrosecond - 1));

    private byte KindNumber(string kind)
    {
        var number = _kinds.IndexOf(kind);
        if (number < 0)
        {
            number = _kinds.Count;
            _kinds.Add(kind);
        }
        return checked((byte)number);
    }

    private int PointNumber(GeoPoint point)
    {
        if (!_points.TryGetValue(point, out var number))
            _points[point] = number = _points.Count;
        return number;
    }

    private sealed class ListsBuilder
    {
        private readonly List<int> _starts = [0];
        private readonly List<int> _numbers = [];

        public void Add(ReadOnlySpan<int> numbers)
        {
            _numbers.AddRange(numbers);
            _starts.Add(_numbers.Count);
        }

        public Lists ToLists() => new([.. _starts], [.. _numbers]);
    }
}
