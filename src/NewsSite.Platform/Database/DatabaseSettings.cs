namespace NewsSite.Platform.Database;

/// <summary>Which database holds the paper.</summary>
public enum DatabaseEngine
{
    /// <summary>One file beside the program: for a laptop and for one node.</summary>
    Sqlite,

    /// <summary>A server: for several nodes.</summary>
    Postgres,
}

/// <summary>The settings "Database:Engine" and "ConnectionStrings:NewsSite", read once at start.</summary>
public sealed record DatabaseSettings(DatabaseEngine Engine, string ConnectionString);
