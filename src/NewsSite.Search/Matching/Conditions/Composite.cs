using NewsSite.Search.Queries;

namespace NewsSite.Search.Matching.Conditions;

/// <summary>A condition that is made of others; it is looked at only when the one among them that it hangs on holds.</summary>
internal abstract record Composite;

/// <summary>One of these conditions holds.</summary>
internal sealed record AnyComposite(int[] Conditions) : Composite;

/// <summary>All of these conditions hold.</summary>
internal sealed record AllComposite(int[] Conditions) : Composite;

/// <summary>These words follow each other in one field.</summary>
internal sealed record PhraseComposite(PhraseWord[] Words) : Composite;

/// <param name="Terms">The numbers of the word's stems.</param>
internal readonly record struct PhraseWord(int[] Terms, Fields In);
