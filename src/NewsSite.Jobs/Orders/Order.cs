using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Packages;
using NewsSite.Jobs.Payments;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Languages;

namespace NewsSite.Jobs.Orders;

/// <summary>Stored by name.</summary>
public enum OrderState
{
    /// <summary>Not paid, or only a part.</summary>
    Open,

    /// <summary>Paid in full, or it cost nothing.</summary>
    Paid,
    Cancelled,
}

/// <summary>What somebody bought for a posting, at the price of that day.</summary>
public sealed class Order
{
    public const int LongestReason = 200;

    public long Id { get; private set; }

    /// <summary>The twelve digits of the structured communication by which a payment finds it.</summary>
    public string Reference { get; private set; } = "";
    public long EmployerId { get; private set; }
    public required Employer Employer { get; init; }
    public long PostingId { get; private set; }
    public required Posting Posting { get; init; }
    public long PackageId { get; private set; }
    public required Package Package { get; init; }

    /// <summary>As the package was called then.</summary>
    public required LocalizedText Name { get; init; }
    public required int TopDays { get; init; }
    public required long Net { get; init; }
    public required int VatRate { get; init; }

    /// <summary>In cents, rounded once and for all.</summary>
    public required long Vat { get; init; }
    public required long Total { get; init; }
    public required bool IsPaidFirst { get; init; }

    /// <summary>The posting was not with readers when it was ordered: if it is paid first, the posting waits for the money.</summary>
    public required bool IsForPublication { get; init; }

    /// <summary>The sum of what came in, in cents.</summary>
    public long Received { get; private set; }
    public OrderState State { get; private set; }

    /// <summary>Null: nobody's account, such as an order of a sample.</summary>
    public long? BuyerId { get; init; }
    public required string BuyerName { get; init; }
    public required string BuyerMail { get; init; }

    /// <summary>In which the buyer is written to.</summary>
    public required string Language { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>The same, as the paper's date: reports ask for it.</summary>
    public required DateOnly PlacedOn { get; init; }

    /// <summary>The last day on which it should be paid.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When the money was complete at the bank.</summary>
    public DateOnly? PaidOn { get; private set; }

    /// <summary>From when on what was bought counts; null: it waits for publication or payment.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Until when it makes the posting a Top job.</summary>
    public DateTimeOffset? TopUntil { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public string CancelReason { get; private set; } = "";
    public int Version { get; private set; }

    public Price Price => new(Net, VatRate);

    public StructuredCommunication Communication => StructuredCommunication.Parse(Reference)!.Value;

    /// <summary>In cents; negative: so much too much came in.</summary>
    public long Owed => Total - Received;

    /// <summary>The posting may not be shown before this is paid.</summary>
    public bool HoldsPosting => State == OrderState.Open && IsPaidFirst && IsForPublication;

    /// <summary>Once it has its id.</summary>
    public void Refer() => Reference = StructuredCommunication.Of(Id).Digits;

    /// <summary>What was bought counts from now on; a Top job's days follow those that are left of an earlier order.</summary>
    public void Start(DateTimeOffset now)
    {
        StartedAt = now;
        if (TopDays > 0)
            Posting.TopUntil = TopUntil = (Posting.TopUntil > now ? Posting.TopUntil.Value : now).AddDays(TopDays);
        Version++;
    }

    /// <param name="amount">In cents; negative: taken back.</param>
    /// <param name="on">When it was at the bank.</param>
    public void Receive(long amount, DateOnly on)
    {
        Received += amount;
        if (State != OrderState.Cancelled)
        {
            State = Owed > 0 ? OrderState.Open : OrderState.Paid;
            PaidOn = Owed > 0 ? null : PaidOn ?? on;
        }
        Version++;
    }

    public void Cancel(DateTimeOffset now, string reason)
    {
        (State, CancelledAt, CancelReason, PaidOn) = (OrderState.Cancelled, now, reason, null);
        // What is left of its days ends with it; those of another order stay.
        if (TopUntil > now && Posting.TopUntil is { } until)
            Posting.TopUntil = Later(now, until - Shorter(TopUntil.Value - now, TimeSpan.FromDays(TopDays)));
        Version++;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
