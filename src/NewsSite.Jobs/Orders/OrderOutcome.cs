namespace NewsSite.Jobs.Orders;

/// <summary>What came of booking a payment.</summary>
public enum BookingOutcome
{
    /// <summary>It is paid, to the cent.</summary>
    Paid,

    /// <summary>A part; the rest is still owed.</summary>
    Part,

    /// <summary>Paid, and more than was asked.</summary>
    TooMuch,

    /// <summary>Nothing was booked: it is paid already, and nobody said that this is another payment.</summary>
    PaidAlready,

    /// <summary>Booked on an order that was cancelled: it is to be paid back.</summary>
    OnCancelled,

    /// <summary>No order has that communication.</summary>
    Unknown,
}

/// <param name="Order">Null where there is none.</param>
/// <param name="IsPublished">The posting waited for this money and is with readers now.</param>
public sealed record Booking(BookingOutcome Outcome, Order? Order = null, bool IsPublished = false);

/// <summary>What came of an order.</summary>
public enum PlacingOutcome
{
    Placed,

    /// <summary>There is no such package, or it is not offered.</summary>
    NotOffered,

    /// <summary>The same package was ordered for the posting already and is still to be paid: that order stands.</summary>
    OrderedAlready,
}

/// <param name="Order">The new one, or the one that stands; null: none.</param>
public sealed record Placing(PlacingOutcome Outcome, Order? Order = null);
