using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Mail.Mime;

namespace NewsSite.Platform.Mail;

internal enum MailState
{
    Waiting,

    /// <summary>Held by a worker until its lease ends.</summary>
    Sending,
    Sent,

    /// <summary>Refused for good, or for three days.</summary>
    Failed,
}

/// <summary>A mail in the outbox. Once it is sent its text is emptied: what was in it is the recipient's.</summary>
internal sealed class QueuedMail
{
    public long Id { get; private set; }
    public required MailStream Stream { get; init; }
    public required string ToAddress { get; init; }
    public required string ToName { get; init; }
    public string ReplyTo { get; init; } = "";
    public required string FromAddress { get; init; }
    public required string FromName { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required string Html { get; init; }
    public required string Language { get; init; }
    public required IReadOnlyList<MailHeader> Headers { get; init; }
    public required string MessageId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public MailState State { get; init; } = MailState.Waiting;
    public int Attempts { get; init; }
    public string? LeaseOwner { get; init; }
    public DateTimeOffset? LeaseUntil { get; init; }
    public int? ReplyCode { get; init; }
    public string? Reply { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The same bytes at each attempt.</summary>
    public MimeMessage ToMessage() => new()
    {
        From = new Mailbox(FromAddress, FromName),
        To = [new Mailbox(ToAddress, ToName)],
        ReplyTo = ReplyTo.Length > 0 ? [new Mailbox(ReplyTo)] : [],
        Subject = Subject,
        Text = Text,
        Html = Html,
        Language = Language,
        Date = CreatedAt,
        MessageId = MessageId,
        Headers = Headers,
    };
}

internal sealed class OutboxTable : IEntityTypeConfiguration<QueuedMail>
{
    public void Configure(EntityTypeBuilder<QueuedMail> builder)
    {
        builder.ToTable("outbox");
        builder.HasKey(mail => mail.Id);
        // Rows are written once and changed by update statements only.
        builder.Property(mail => mail.Headers).HasConversion(
            headers => ToJson(headers), stored => FromJson(stored),
            new ValueComparer<IReadOnlyList<MailHeader>>((one, other) => ReferenceEquals(one, other), headers => headers.Count, headers => headers));
    }

    private static string ToJson(IReadOnlyList<MailHeader> headers) =>
        JsonSerializer.Serialize(headers.Select(header => new[] { header.Name, header.Value }));

    private static IReadOnlyList<MailHeader> FromJson(string stored) =>
        [.. JsonSerializer.Deserialize<string[][]>(stored)!.Select(header => new MailHeader(header[0], header[1]))];
}
