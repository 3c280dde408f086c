using System.Text;
using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>Collects the text of one paragraph with its marks; white space is folded as a browser folds it.</summary>
internal sealed class InlineRun
{
    private readonly List<Piece> _pieces = [];

    /// <summary>Nothing in it that a reader would see.</summary>
    public bool IsEmpty => _pieces.TrueForAll(piece => piece.Text is null || IsBlank(piece.Text));

    public bool IsLineStart => _pieces.Count == 0 || _pieces[^1].Text is null;

    private bool EndsWithSpace => _pieces.Count == 0 || _pieces[^1].Text is not { } text || text[^1] == ' ';

    public void Text(ReadOnlySpan<char> text, IReadOnlyList<Mark> marks)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                if (!EndsWithSpace)
                    Append(new Rune(' '), marks);
            }
            else if (HtmlText.IsSound(rune))
            {
                Append(rune, marks);
            }
        }
    }

    public void Break()
    {
        TrimEnd();
        if (_pieces.Count > 0)
            _pieces.Add(Piece.Break);
    }

    /// <summary>A line end in classic text: a break, unless there is one already.</summary>
    public void SoftBreak()
    {
        if (_pieces.Count > 0 && _pieces[^1].Text is not null)
            Break();
    }

    /// <summary>The inline nodes, without white space and breaks around them; the run is empty then.</summary>
    public IReadOnlyList<Block> Take()
    {
        var isEmpty = IsEmpty;
        while (_pieces.Count > 0 && _pieces[^1].Text is null)
            _pieces.RemoveAt(_pieces.Count - 1);
        TrimEnd();
        while (_pieces.Count > 0 && _pieces[^1].Text is null)
        {
            _pieces.RemoveAt(_pieces.Count - 1);
            TrimEnd();
        }
        IReadOnlyList<Block> nodes = isEmpty ? [] :
            [.. _pieces.Select(piece => piece.Text is { } text ? Block.TextOf(text.ToString(), piece.Marks) : new Block("hardBreak"))];
        _pieces.Clear();
        return nodes;
    }

    private void Append(Rune rune, IReadOnlyList<Mark> marks)
    {
        if (_pieces.Count == 0 || _pieces[^1].Text is null || !_pieces[^1].Marks.SequenceEqual(marks))
            _pieces.Add(new Piece(new StringBuilder(), marks));
        _pieces[^1].Text!.Append(rune.ToString());
    }

    private void TrimEnd()
    {
        if (_pieces.Count == 0 || _pieces[^1].Text is not { } text || text[^1] != ' ')
            return;
        text.Length--;
        if (text.Length == 0)
            _pieces.RemoveAt(_pieces.Count - 1);
    }

    private static bool IsBlank(StringBuilder text)
    {
        foreach (var chunk in text.GetChunks())
        {
            if (!chunk.Span.IsWhiteSpace() && !chunk.Span.Trim().Trim('\u200B').IsEmpty)
                return false;
        }
        return true;
    }

    /// <param name="Text">Null: a break.</param>
    private sealed record Piece(StringBuilder? Text, IReadOnlyList<Mark> Marks)
    {
        public static readonly Piece Break = new(null, []);
    }
}
