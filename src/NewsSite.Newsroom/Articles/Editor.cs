namespace NewsSite.Newsroom.Articles;

/// <summary>Who does something at the desk. The newsroom knows a number and a name, not how people sign in.</summary>
public sealed record Editor(long UserId, string Name)
{
    /// <summary>For what the paper does by itself: schedules, imports.</summary>
    public static readonly Editor Paper = new(0, "");
}
