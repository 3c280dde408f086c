namespace NewsSite.Transfer.Imports;

/// <summary>An import that cannot go on; the message says what is wrong, where, and what to do.</summary>
public sealed class ImportException(string message) : FormatException(message);
