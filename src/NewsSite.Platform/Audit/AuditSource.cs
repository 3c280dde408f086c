namespace NewsSite.Platform.Audit;

/// <summary>Who acts in this scope and from where. The host says it for each request; else it is the program itself.</summary>
public sealed class AuditSource
{
    /// <summary>The command line and tasks that run by themselves.</summary>
    public const string Program = "NewsSite";

    public long? ActorId { get; set; }

    public string ActorName { get; set; } = Program;

    public string FromAddress { get; set; } = "";

    public string RequestId { get; set; } = "";
}
