namespace NewsSite.Search.Documents;

/// <summary>A place on the earth, in degrees (WGS 84).</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>Mean radius of the earth (IUGG), in kilometres.</summary>
    private const double EarthRadius = 6371.0088;

    /// <summary>The great-circle distance by the haversine formula, in kilometres.</summary>
    public double KilometresTo(GeoPoint other)
    {
        var (from, to) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var halfLatitude = Math.Sin((to - from) / 2);
        var halfLongitude = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var chord = (halfLatitude * halfLatitude) + (Math.Cos(from) * Math.Cos(to) * halfLongitude * halfLongitude);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
