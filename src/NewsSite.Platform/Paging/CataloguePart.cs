namespace NewsSite.Platform.Paging;

/// <summary>A part of everything that is there, with the newest change in it.</summary>
/// <param name="Number">The ids in it begin at this number times the size of a part.</param>
public sealed record CataloguePart(long Number, DateTimeOffset ModifiedAt);

/// <summary>Ids from one, included, to another, excluded.</summary>
public readonly record struct IdRange(long From, long To)
{
    public static IdRange OfPart(long number, int size) => new(number * size, (number + 1) * size);
}
