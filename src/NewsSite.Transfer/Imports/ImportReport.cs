using System.Globalization;
using System.Text;

namespace NewsSite.Transfer.Imports;

/// <summary>What an import brought, what it did not, and why.</summary>
public sealed class ImportReport
{
    private const int MaxExamples = 3;

    /// <summary>Different texts kept under one heading; the rest is only counted, so that memory stays flat.</summary>
    private const int MaxNotes = 200;

    /// <summary>Lines shown under one heading.</summary>
    private const int MaxShown = 25;

    private readonly Dictionary<string, ImportTally> _tallies = [];
    private readonly Dictionary<string, Dictionary<string, ImportNote>> _notes = [];

    /// <summary>By kind, such as "articles", in the order of the import.</summary>
    public IReadOnlyDictionary<string, ImportTally> Tallies => _tallies;

    public IEnumerable<ImportNote> Notes => _notes.Values.SelectMany(notes => notes.Values);

    public ImportTally this[string kind] => _tallies.GetValueOrDefault(kind) ?? new ImportTally();

    internal void Count(string kind, ImportTally tally) => _tallies[kind] = this[kind] + tally;

    /// <param name="example">Where, such as the title of the article.</param>
    internal void Note(string heading, string text, string? example = null, int count = 1) =>
        Note(new ImportNote(heading, text, count, example is null ? [] : [example]));

    /// <summary>Takes over what another report holds, such as that of a batch that is committed.</summary>
    internal void Merge(ImportReport other)
    {
        foreach (var (kind, tally) in other._tallies)
            Count(kind, tally);
        foreach (var note in other.Notes)
            Note(note);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (kind, tally) in _tallies)
        {
            text.Append(CultureInfo.InvariantCulture, $"{kind + ":",-16} {tally.New,7} new  {tally.Updated,6} updated  {tally.Unchanged,6} unchanged");
            if (tally.Kept > 0)
                text.Append(CultureInfo.InvariantCulture, $"  {tally.Kept} kept as changed here");
            if (tally.Skipped > 0)
                text.Append(CultureInfo.InvariantCulture, $"  {tally.Skipped} left out");
            text.Append('\n');
        }
        foreach (var (heading, notes) in _notes)
        {
            text.Append('\n').Append(heading).Append('\n');
            foreach (var note in notes.Values.OrderByDescending(note => note.Count).Take(MaxShown))
                text.Append(CultureInfo.InvariantCulture, $"{note.Count,7} × {note.Text}{Examples(note)}\n");
            if (notes.Count > MaxShown)
                text.Append(CultureInfo.InvariantCulture, $"          and {notes.Values.OrderByDescending(note => note.Count).Skip(MaxShown).Sum(note => note.Count)} more\n");
        }
        return text.ToString();
    }

    private void Note(ImportNote note)
    {
        if (!_notes.TryGetValue(note.Heading, out var notes))
            _notes[note.Heading] = notes = [];
        var text = notes.ContainsKey(note.Text) || notes.Count < MaxNotes ? note.Text : "others";
        notes[text] = notes.TryGetValue(text, out var known)
            ? known with { Count = known.Count + note.Count, Examples = [.. known.Examples.Concat(note.Examples).Distinct().Take(MaxExamples)] }
            : note with { Text = text };
    }

    private static string Examples(ImportNote note) =>
        note.Examples.Count == 0 ? "" : $" (in {string.Join("; ", note.Examples.Select(example => "“" + example + "”"))}{(note.Count > note.Examples.Count ? " …" : "")})";
}
