namespace NewsSite.Search.Index.Postings;

/// <summary>How often a form stands in each field of a document, in the order of <see cref="Queries.Fields"/>.</summary>
internal readonly record struct Occurrences(int Title, int By, int Lead, int Filed, int Body)
{
    /// <summary>How many fields there are.</summary>
    public const int FieldCount = 5;

    public int Total => Title + By + Lead + Filed + Body;

    public int this[int field] => field switch { 0 => Title, 1 => By, 2 => Lead, 3 => Filed, _ => Body };

    /// <summary>One more in that field.</summary>
    public Occurrences With(int field) => field switch
    {
        0 => this with { Title = Title + 1 },
        1 => this with { By = By + 1 },
        2 => this with { Lead = Lead + 1 },
        3 => this with { Filed = Filed + 1 },
        _ => this with { Body = Body + 1 },
    };
}
