using NewsSite.Search.Documents;
using NewsSite.Search.Index.Postings;
using NewsSite.Search.Index.Segments;
using NewsSite.Search.Index.Terms;

namespace NewsSite.Search.Index.Snapshots;

/// <summary>A catalogue in a file. <see cref="Format"/> changes with every change of what is written here.</summary>
internal static class CatalogueFile
{
    /// <summary>"NewsIdx" and the number of the format.</summary>
    public const long Format = ((long)'N' << 56) | ((long)'e' << 48) | ((long)'w' << 40) | ((long)'s' << 32) | ((long)'I' << 24) | ((long)'d' << 16) | ((long)'x' << 8) | 2;

    public static void Write(Catalogue catalogue, SnapshotOrigin origin, Stream stream)
    {
        using var writer = new SnapshotWriter(stream);
        writer.Write(Format);
        writer.Write(origin.Database);
        writer.Write(origin.Lexicon);
        writer.Write(catalogue.LastChange);
        writer.Write(catalogue.Facets.Count);
        foreach (var facet in catalogue.Facets.Span)
        {
            writer.Write(facet.Name);
            writer.Write(facet.Value);
        }
        writer.Write(catalogue.Segments.Count);
        foreach (var live in catalogue.Segments)
            Write(live, writer);
        writer.WriteChecksum();
    }

    /// <summary>From the stream's beginning, where it stands again afterwards.</summary>
    public static bool IsOfThisFormat(Stream stream)
    {
        stream.Position = 0;
        var isOfThisFormat = stream.Length >= sizeof(long) && new SnapshotReader(stream).ReadNumber() == Format;
        stream.Position = 0;
        return isOfThisFormat;
    }

    /// <summary>Reads a file of which the checksum and the format were found right.</summary>
    public static (SnapshotOrigin Origin, Func<Catalogue> ReadRest) Read(Stream stream)
    {
        var reader = new SnapshotReader(stream);
        _ = reader.ReadNumber();
        var origin = new SnapshotOrigin(reader.ReadText(), reader.ReadText());
        return (origin, () => ReadCatalogue(reader));
    }

    private static void Write(LiveSegment live, SnapshotWriter writer)
    {
        var (forms, postings, columns) = (live.Segment.Forms, live.Segment.Postings, live.Segment.Columns);
        writer.Write<ulong>(live.Deleted);
        Write(forms.Words, writer);
        Write(forms.Stems, writer);
        writer.Write(forms.StemNumbers);
        writer.Write<Occurrences>(postings.Occurrences.All);
        writer.Write<int>(postings.Occurrences.Uses);
        writer.Write<byte>(postings.Data);
        writer.Write<int>(postings.FirstBlock);
        writer.Write<int>(postings.Frequencies);
        writer.Write<int>(postings.BlockLast);
        writer.Write<int>(postings.BlockStart);
        writer.Write(columns.Kinds.Length);
        foreach (var kind in columns.Kinds)
            writer.Write(kind);
        writer.Write<byte>(columns.Kind);
        writer.Write<long>(columns.Id);
        writer.Write<byte>(columns.Language);
        Write(columns.At, writer);
        Write(columns.Until, writer);
        Write(columns.LiftedUntil, writer);
        Write(columns.Pay, writer);
        writer.Write<DocumentTraits>(columns.Traits);
        foreach (var lengths in columns.Lengths)
            writer.Write<byte>(lengths);
        writer.Write<int>(columns.Facets.Starts);
        writer.Write<int>(columns.Facets.Numbers);
        writer.Write<int>(columns.Places.Starts);
        writer.Write<int>(columns.Places.Numbers);
        writer.Write<GeoPoint>(columns.Points);
    }

    private static void Write(TermDictionary terms, SnapshotWriter writer)
    {
        writer.Write(terms.Text);
        writer.Write(terms.Starts);
    }

    private static void Write(Column column, SnapshotWriter writer)
    {
        writer.Write<long>(column.Numbers);
        writer.Write(column.All);
    }

    private static Catalogue ReadCatalogue(SnapshotReader reader)
    {
        var lastChange = reader.ReadNumber();
        var facets = new Facet[reader.ReadCount()];
        for (var number = 0; number < facets.Length; number++)
            facets[number] = new Facet(reader.ReadText(), reader.ReadText());
        var segments = new LiveSegment[reader.ReadCount()];
        for (var segment = 0; segment < segments.Length; segment++)
            segments[segment] = ReadSegment(reader);
        return new Catalogue { Segments = segments, Facets = new FacetValues(facets, facets.Length), LastChange = lastChange };
    }

    private static LiveSegment ReadSegment(SnapshotReader reader)
    {
        var deleted = reader.Read<ulong>();
        var (words, stems) = (ReadTerms(reader), ReadTerms(reader));
        var forms = new WordForms(words, stems, reader.Read<int>());
        var occurrences = new OccurrenceTable(reader.Read<Occurrences>(), reader.Read<int>());
        var postings = new PostingStore
        {
            Occurrences = occurrences,
            Data = reader.Read<byte>(),
            FirstBlock = reader.Read<int>(),
            Frequencies = reader.Read<int>(),
            BlockLast = reader.Read<int>(),
            BlockStart = reader.Read<int>(),
        };
        return new LiveSegment(new Segment(forms, postings, ReadColumns(reader)), deleted.Length == 0 ? null : deleted);
    }

    private static TermDictionary ReadTerms(SnapshotReader reader) => new(reader.Read<char>(), reader.Read<int>());

    private static Columns ReadColumns(SnapshotReader reader)
    {
        var kinds = new string[reader.ReadCount()];
        for (var kind = 0; kind < kinds.Length; kind++)
            kinds[kind] = string.Intern(reader.ReadText());
        return new Columns
        {
            Kinds = kinds,
            Kind = reader.Read<byte>(),
            Id = reader.Read<long>(),
            Language = reader.Read<byte>(),
            At = new Column(reader.Read<long>(), reader.ReadNumber()),
            Until = new Column(reader.Read<long>(), reader.ReadNumber()),
            LiftedUntil = new Column(reader.Read<long>(), reader.ReadNumber()),
            Pay = new Column(reader.Read<long>(), reader.ReadNumber()),
            Traits = reader.Read<DocumentTraits>(),
            Lengths = [.. Enumerable.Range(0, Occurrences.FieldCount).Select(_ => reader.Read<byte>())],
            Facets = new Lists(reader.Read<int>(), reader.Read<int>()),
            Places = new Lists(reader.Read<int>(), reader.Read<int>()),
            Points = reader.Read<GeoPoint>(),
        };
    }
}

/// <summary>Of what a snapshot is one: it is of no use for anything else.</summary>
/// <param name="Database">Its identity.</param>
/// <param name="Lexicon">The version of the analysis.</param>
internal sealed record SnapshotOrigin(string Database, string Lexicon);
