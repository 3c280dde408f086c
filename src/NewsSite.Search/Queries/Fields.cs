namespace NewsSite.Search.Queries;

/// <summary>The texts of a document, in the order in which an index keeps them; several may be asked at once.</summary>
[Flags]
public enum Fields
{
    None = 0,
    Title = 1,
    By = 2,
    Lead = 4,
    Filed = 8,
    Body = 16,
    All = Title | By | Lead | Filed | Body,
}
