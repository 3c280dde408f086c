namespace NewsSite.Platform.Database;

/// <summary>Something whose changes readers see: it stands in the change log by kind and id.</summary>
public interface ILogged
{
    /// <summary>A short noun, such as "article"; stored.</summary>
    string Kind { get; }

    long Id { get; }
}
