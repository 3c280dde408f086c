using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace NewsSite.Web.Pages.Shared;

/// <summary>A part of a text that stands out.</summary>
public readonly record struct Mark(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>A text in which the words that the reader looked for stand out. All of it is escaped.</summary>
public sealed class Marked : IHtmlContent
{
    private readonly string _text;
    private readonly IReadOnlyList<Mark> _marks;
    private readonly int _from;
    private readonly int _to;

    private Marked(string text, IReadOnlyList<Mark> marks, int from, int to) => (_text, _marks, _from, _to) = (text, marks, from, to);

    public bool IsEmpty => _from == _to;

    /// <param name="marks">In order, without overlaps.</param>
    public static Marked Whole(string text, IReadOnlyList<Mark> marks) => new(text, marks, 0, text.Length);

    /// <summary>The part of a text that shows most of what stands out, cut between words.</summary>
    /// <param name="text">The text, also of several lines.</param>
    /// <param name="marks">In order, without overlaps.</param>
    /// <param name="length">About how many letters.</param>
    public static Marked Passage(string text, IReadOnlyList<Mark> marks, int length)
    {
        if (text.Length <= length)
            return Whole(text, marks);
        var first = BestStart(marks, length);
        // A few words before the first mark say what it stands in.
        var from = first <= length / 3 ? 0 : WordStart(text, first - (length / 4));
        var to = from + length >= text.Length ? text.Length : WordEnd(text, from + length);
        return new Marked(text, marks, from, to);
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (_from > 0)
            writer.Write("… ");
        var done = _from;
        foreach (var mark in _marks)
        {
            if (mark.Start < done || mark.End > _to)
                continue;
            Write(writer, encoder, done, mark.Start);
            writer.Write("<mark>");
            Write(writer, encoder, mark.Start, mark.End);
            writer.Write("</mark>");
            done = mark.End;
        }
        Write(writer, encoder, done, _to);
        if (_to < _text.Length)
            writer.Write(" …");
    }

    public override string ToString() => _text[_from.._to];

    private void Write(TextWriter writer, HtmlEncoder encoder, int from, int to) => encoder.Encode(writer, _text, from, to - from);

    /// <summary>Where the window begins that holds the most marks; the first of those that hold as many.</summary>
    private static int BestStart(IReadOnlyList<Mark> marks, int length)
    {
        var (best, most) = (0, 0);
        for (var (at, end) = (0, 0); at < marks.Count; at++)
        {
            while (end < marks.Count && marks[end].End <= marks[at].Start + (length * 3 / 4))
                end++;
            if (end - at > most)
                (best, most) = (marks[at].Start, end - at);
        }
        return best;
    }

    private static int WordStart(string text, int at)
    {
        var space = text.AsSpan(0, at).LastIndexOfAny(' ', '\n');
        // A text without spaces is cut anywhere but through a pair of surrogates.
        return space >= 0 && at - space < 40 ? space + 1 : char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static int WordEnd(string text, int at)
    {
        var space = text.AsSpan(0, at).LastIndexOfAny(' ', '\n');
        return space > 0 && at - space < 40 ? space : char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}
