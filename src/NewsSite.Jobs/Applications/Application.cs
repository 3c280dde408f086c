using NewsSite.Jobs.Applications.Cvs;
using NewsSite.Jobs.Postings;

namespace NewsSite.Jobs.Applications;

/// <summary>Where an application stands with the employer; set by people, never by a program.</summary>
public enum ApplicationState
{
    New,
    Seen,
    Invited,
    Rejected,
    Hired,
}

/// <summary>An answer with the question as it was put: the employer may change it later.</summary>
public sealed record ApplyAnswer(string Question, string Answer);

/// <summary>Somebody's application for one job: once per job and address, and theirs to take back and to erase.</summary>
public sealed class Application
{
    public const int MaxName = 100;
    public const int MaxPhone = 40;
    public const int MaxLetter = 10_000;
    public const int MaxAnswer = 4000;

    public long Id { get; private set; }
    public required long PostingId { get; init; }
    public Posting Posting { get; private set; } = null!;
    public required long EmployerId { get; init; }

    /// <summary>At random; stands in the applicant's link, where the id would tell how many others there are.</summary>
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }

    /// <summary>In lower case: by it somebody applies once.</summary>
    public required string EmailKey { get; init; }
    public required string Phone { get; init; }
    public required string Letter { get; init; }
    public required IReadOnlyList<ApplyAnswer> Answers { get; init; }

    /// <summary>The name in the store; empty: no CV was sent.</summary>
    public required string CvFile { get; init; }
    public required string CvName { get; init; }
    public required CvType? CvType { get; init; }
    public required long CvBytes { get; init; }

    /// <summary>The language in which the applicant read the form, and gets mails.</summary>
    public required string Language { get; init; }

    public ApplicationState State { get; private set; } = ApplicationState.New;
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the mail's link was used; null: the address may be a stranger's.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When the applicant took it back.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The last time that one of the two did something; the time for which it is kept begins here.</summary>
    public required DateTimeOffset ContactAt { get; set; }

    /// <summary>When the applicant was told that it will be erased; null: not yet, or something happened since.</summary>
    public DateTimeOffset? ErasureToldAt { get; set; }

    /// <summary>When the same address applied again and was told so by mail.</summary>
    public DateTimeOffset? RepeatedAt { get; set; }

    /// <summary>Counts changes, so that nobody overwrites a newer one silently.</summary>
    public int Version { get; private set; }

    public bool HasCv => CvFile.Length > 0;

    public void Confirm(DateTimeOffset at)
    {
        ConfirmedAt ??= at;
        Touch(at);
    }

    public void Withdraw(DateTimeOffset at)
    {
        // Who has the link has the mail.
        ConfirmedAt ??= at;
        WithdrawnAt ??= at;
        Touch(at);
    }

    public void Move(ApplicationState state, DateTimeOffset at)
    {
        State = state;
        Touch(at);
    }

    /// <summary>Opened by the company. No contact: the applicant hears nothing of it.</summary>
    public void See()
    {
        if (State != ApplicationState.New)
            return;
        State = ApplicationState.Seen;
        Version++;
    }

    public void Touch(DateTimeOffset at)
    {
        ContactAt = at;
        ErasureToldAt = null;
        Version++;
    }
}
