namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>What kind of thing did not come over as it was.</summary>
internal enum NoteKind
{
    /// <summary>An HTML element without a block: its text was kept.</summary>
    Element,

    /// <summary>A block that WordPress fills when it is shown, such as its newest posts.</summary>
    Block,
    Shortcode,
    Link,
    Picture,
    File,

    /// <summary>Something too long for its place.</summary>
    Length,
}

/// <summary>What the conversion of one text could not take over as it was; goes into the report.</summary>
internal sealed class ConversionNotes
{
    private readonly Dictionary<(NoteKind Kind, string What), int> _counts = [];

    public IReadOnlyDictionary<(NoteKind Kind, string What), int> Counts => _counts;

    public void Add(NoteKind kind, string what)
    {
        var key = (kind, what.Length > 200 ? what[..200] + "…" : what);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }
}
