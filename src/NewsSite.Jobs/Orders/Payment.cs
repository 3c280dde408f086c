namespace NewsSite.Jobs.Orders;

/// <summary>Money that came in for an order, as the desk saw it at the bank.</summary>
public sealed class Payment
{
    public long Id { get; private set; }
    public required long OrderId { get; init; }

    /// <summary>In cents.</summary>
    public required long Amount { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
    public required string EnteredBy { get; init; }
}
