using NewsSite.Search.Documents;
using NewsSite.Search.Queries;

namespace NewsSite.Search.Matching.Conditions;

/// <summary>A point on the sphere of radius 1: which of two distances is less is seen without a sine.</summary>
internal readonly struct SpherePoint
{
    private readonly double _x, _y, _z;

    public SpherePoint(GeoPoint point)
    {
        var (latitude, longitude) = (double.DegreesToRadians(point.Latitude), double.DegreesToRadians(point.Longitude));
        (_x, _y, _z) = (Math.Cos(latitude) * Math.Cos(longitude), Math.Cos(latitude) * Math.Sin(longitude), Math.Sin(latitude));
    }

    /// <summary>The square of the straight line between the two.</summary>
    public double ChordSquare(in SpherePoint other)
    {
        var (x, y, z) = (_x - other._x, _y - other._y, _z - other._z);
        return (x * x) + (y * y) + (z * z);
    }
}

/// <summary>The surroundings that searches ask for, ready to be compared with a document's places.</summary>
internal readonly struct ReachCondition
{
    private const double EarthRadius = 6371.0088;
    private const double LeastKilometres = 2;

    /// <summary>Closer to the edge than this share, the exact formula decides: both ways of reckoning differ by less than a millionth of it.</summary>
    private const double Margin = 1e-6;

    private readonly SpherePoint _centre;
    private readonly double _surelyWithin;
    private readonly double _surelyBeyond;
    private readonly Reach _reach;
    private readonly bool _isKnown;

    /// <param name="reach">Null: a place that nobody knows.</param>
    public ReachCondition(Reach? reach, bool withEverywhere)
    {
        (_isKnown, WithEverywhere) = (reach is not null, withEverywhere);
        if (reach is not { } known)
            return;
        Share = (float)Math.Clamp(Math.Pow(Math.Max(known.Kilometres, LeastKilometres) / 75, 1.5), 0, 1);
        (_reach, _centre) = (known, new SpherePoint(known.Centre));
        var angle = Math.Max(known.Kilometres, LeastKilometres) / EarthRadius;
        var chord = 2 * Math.Sin(Math.Min(angle, Math.PI) / 2);
        // Nearly the whole globe: only the exact formula tells.
        (_surelyWithin, _surelyBeyond) = angle < 3 ? (chord * chord * (1 - Margin), chord * chord * (1 + Margin)) : (0, double.MaxValue);
    }

    public bool WithEverywhere { get; }

    /// <summary>Of the documents, roughly: they lie all over a country of some 200 by 150 km, more of them in towns, where people search.</summary>
    public float Share { get; }

    public bool Contains(GeoPoint point, in SpherePoint onSphere)
    {
        if (!_isKnown)
            return false;
        var square = _centre.ChordSquare(onSphere);
        return square < _surelyWithin || (square <= _surelyBeyond && _reach.Contains(point));
    }
}
