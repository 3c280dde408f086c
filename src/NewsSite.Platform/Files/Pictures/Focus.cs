namespace NewsSite.Platform.Files.Pictures;

/// <summary>Where the eye goes in a picture, in percent of its width and height; crops keep it in sight.</summary>
public readonly record struct Focus(int X, int Y)
{
    public static readonly Focus Centre = new(50, 50);

    /// <summary>In tenths from the left, as pages say it (data-focus-x): they carry no styles.</summary>
    public int TenthX => Tenth(X);

    /// <summary>In tenths from the top.</summary>
    public int TenthY => Tenth(Y);

    private static int Tenth(int percent) => (int)Math.Round(percent / 10.0, MidpointRounding.AwayFromZero);

    /// <summary>Within the picture, whatever was given.</summary>
    public static Focus Within(int x, int y) => new(Math.Clamp(x, 0, 100), Math.Clamp(y, 0, 100));
}
