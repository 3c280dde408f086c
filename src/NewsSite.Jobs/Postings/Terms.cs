namespace NewsSite.Jobs.Postings;

/// <summary>How someone is employed; stored by name.</summary>
public enum Contract
{
    Permanent,
    Temporary,
    Freelance,
    Internship,
    Student,
    Volunteer,
}

public enum Hours
{
    FullTime,
    PartTime,
}

/// <summary>Where the work is done.</summary>
public enum Workplace
{
    OnSite,
    Hybrid,

    /// <summary>Fully: from anywhere in <see cref="Posting.Countries"/>.</summary>
    Remote,
}

public enum PayPeriod
{
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>A pay range, gross.</summary>
/// <param name="Min">In minor units (cents); null: only a maximum is given.</param>
/// <param name="Max">In minor units (cents); null: only a minimum is given.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record Salary(long? Min, long? Max, string Currency, PayPeriod Period)
{
    /// <summary>
    /// The most that is offered, in cents for a whole year's work, so that pay by the hour and by the month compare: 12 months, 52 weeks of
    /// 5 days and 38 hours, as a full week is in Belgium. Null for other currencies than the euro: rates change.
    /// </summary>
    public long? MostAYear => Currency == "EUR" ? (Max ?? Min) * (Period switch
    {
        PayPeriod.Hour => 52 * 38,
        PayPeriod.Day => 52 * 5,
        PayPeriod.Week => 52,
        PayPeriod.Month => 12,
        _ => 1,
    }) : null;
}

/// <summary>How somebody applies.</summary>
public enum ApplyWay
{
    /// <summary>By the form on the job's own page.</summary>
    OnSite,
    Mail,

    /// <summary>At an address of the employer's, or on their site where none is given.</summary>
    Address,
}

public enum PostingState
{
    Draft,

    /// <summary>Handed in, waiting for the desk.</summary>
    Submitted,

    /// <summary>The desk has asked the employer for changes before it looks again.</summary>
    ChangesAsked,

    /// <summary>The desk will not publish it; the reason stands in <see cref="Posting.Decision"/>.</summary>
    Rejected,

    /// <summary>The desk has let it through, and something is still to come: its time, or its payment.</summary>
    Approved,

    Published,

    /// <summary>Ended before its closing date: filled or withdrawn.</summary>
    Closed,
}
