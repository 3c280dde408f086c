namespace NewsSite.Transfer.Imports;

/// <summary>How far an import is.</summary>
/// <param name="Stage">What it does, such as "Writing articles".</param>
/// <param name="Done">Of <paramref name="Total"/>, in items or bytes.</param>
public sealed record ImportProgress(string Stage, long Done, long Total)
{
    /// <summary>The first stage, which writes nothing.</summary>
    public const string ReadingExport = "Reading the export";
}
