using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace NewsSite.Platform.Scheduling;

public enum RunOutcome
{
    Running,
    Done,
    Failed,

    /// <summary>Its node stopped saying that it lives.</summary>
    Lapsed,
}

/// <summary>One run of a task: the node that filed the row first does it, for as long as it keeps the lease.</summary>
public sealed class TaskRun
{
    public required string Task { get; init; }
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The node, by a name that it makes up when it starts.</summary>
    public required string LeaseOwner { get; set; }
    public required DateTimeOffset LeaseUntil { get; set; }
    public required DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public RunOutcome Outcome { get; set; }

    /// <summary>Why it failed.</summary>
    public string Note { get; set; } = "";
}

internal sealed class TaskRunTable : IEntityTypeConfiguration<TaskRun>
{
    public void Configure(EntityTypeBuilder<TaskRun> builder)
    {
        builder.ToTable("task_runs");
        builder.HasKey(run => new { run.Task, run.DueAt });
    }
}
