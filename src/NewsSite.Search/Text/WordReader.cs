using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace NewsSite.Search.Text;

/// <summary>
/// Reads the words of a text, one after the other, without allocating. Words follow the boundaries of Unicode's annex 29, with what
/// readers of a Belgian paper type: C++, C#, .NET, 24/7, 3,5, addresses, @handles, l'infirmière, 's-Gravenbrakel. Any text is fine:
/// lone surrogates are no letters, invisible marks are left out, and what is too long is cut.
/// </summary>
/// <remarks>
/// A joined word (e-mail, asp.net, R&amp;D) is one word that stands for all its parts: it takes as many positions as it has parts, so
/// that "e mail" finds it as a phrase, and what follows it stands behind its last part. A decimal number and an apostrophe join nothing.
/// </remarks>
public ref struct WordReader(ReadOnlySpan<char> text)
{
    /// <summary>In UTF-16 units; the rest of a longer word is read over.</summary>
    public const int MaxLength = 64;

    /// <summary>How far apart the words around a line break stand, so that no phrase reaches across it.</summary>
    public const int LineGap = 100;

    /// <summary>A longer chain becomes several words.</summary>
    private const int MaxParts = 8;

    /// <summary>On one letter; the rest of a heap is left out (Unicode's stream-safe format allows 30, our languages need 2).</summary>
    private const int MaxMarks = 4;

    private readonly ReadOnlySpan<char> _text = text;
    private Letters _word;
    private int _length;
    private int _next;
    private int _parts = 1;
    private bool _mayDecompose;

    /// <summary>The word in lower case and normal form C, its apostrophes straight; until the next one is read.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<char> Word => ((ReadOnlySpan<char>)_word)[.._length];

    /// <summary>The number of the word's place, from 0; a joined word stands on the next ones too.</summary>
    public int Position { get; private set; } = -1;

    /// <summary>Where the word stands in the text.</summary>
    public int Start { get; private set; }

    /// <summary>How much of the text it takes.</summary>
    public int Length { get; private set; }

    /// <summary>Whether there is another word; then it is the current one.</summary>
    public bool Read()
    {
        var position = Position + _parts;
        if (!SkipToWord(ref position))
            return false;
        Position = position;
        ReadLetters();
        if (_mayDecompose)
            Compose();
        return true;
    }

    private bool SkipToWord(ref int position)
    {
        var atLineBreak = false;
        (_length, _parts, _mayDecompose) = (0, 1, false);
        for (; _next < _text.Length; _next++)
        {
            var unit = _text[_next];
            if (Alphabet.Lower(unit) == 0 && !StartsWithSign(unit) && !Alphabet.IsPair(_text, _next))
            {
                atLineBreak |= Alphabet.IsLineBreak(unit);
                continue;
            }
            if (atLineBreak && Position >= 0)
                position += LineGap;
            Start = _next;
            return true;
        }
        return false;
    }

    /// <summary>@handle and #tag; .NET.</summary>
    private bool StartsWithSign(char unit)
    {
        var starts = unit switch
        {
            '@' or '#' => IsLetter(_next + 1),
            '.' => IsDotNet(_next),
            _ => false,
        };
        if (starts)
            Append(unit);
        return starts;
    }

    private readonly bool IsDotNet(int at) =>
        _text[at..] is ['.', 'n' or 'N', 'e' or 'E', 't' or 'T', ..] && !IsLetterOrDigit(at + 4) && (at == 0 || _text[at - 1] != '.');

    private void ReadLetters()
    {
        _next += _length;
        var end = _next;
        while (_next < _text.Length)
        {
            var unit = _text[_next];
            var lower = Alphabet.Lower(unit);
            if (lower != 0)
            {
                Append(lower);
                end = ++_next;
                if (unit >= Alphabet.FirstThatMayCompose)
                {
                    _mayDecompose = true;
                    if (Alphabet.IsIdeograph(unit))
                        break;
                }
                // An ideograph is a word by itself, also behind letters.
                if (_next < _text.Length && Alphabet.IsIdeograph(_text[_next]))
                    break;
            }
            else if (Alphabet.IsPair(_text, _next))
            {
                AppendPair();
                end = _next;
            }
            else if (Alphabet.IsMark(unit))
            {
                AppendMark(unit);
                end = ++_next;
            }
            else if (Alphabet.IsInvisible(unit))
                _next++;
            else if (!Join(unit))
                break;
        }
        if (TakesSigns(end) is > 0 and var signs)
        {
            for (var i = 0; i < signs; i++)
                Append(_text[end + i]);
            end += signs;
        }
        _next = Math.Max(_next, end);
        Length = end - Start;
    }

    private void Append(char lower)
    {
        if (_length < MaxLength)
            _word[_length++] = lower;
    }

    private void AppendPair()
    {
        var lower = Rune.ToLowerInvariant(new Rune(_text[_next], _text[_next + 1]));
        if (_length <= MaxLength - 2)
            _length += lower.EncodeToUtf16(((Span<char>)_word)[_length..]);
        _next += 2;
        _mayDecompose = true;
    }

    private void AppendMark(char mark)
    {
        var marks = 0;
        while (marks < MaxMarks && Alphabet.IsMark(_word[_length - 1 - marks]))
            marks++;
        if (marks < MaxMarks)
            Append(mark);
        _mayDecompose = true;
    }

    /// <summary>Whether the word goes on behind what stands here: an apostrophe, a hyphen …</summary>
    private bool Join(char unit)
    {
        var joint = Alphabet.Joint(unit);
        if (joint == 0 || _length == 0 || !Joins(joint))
            return false;
        _next++;
        if (IsElided(joint))
        {
            (_length, _parts, Start) = (0, 1, _next);
            return true;
        }
        if (joint is not ('\'' or ',') && !(joint == '.' && IsDigit(_next - 2) && IsDigit(_next)))
            _parts++;
        Append(joint);
        return true;
    }

    private readonly bool Joins(char joint) => joint switch
    {
        '\'' => IsLetter(_next - 1) && IsLetter(_next + 1),
        '&' => _parts < MaxParts && IsLetter(_next - 1) && IsLetter(_next + 1),
        ',' => IsDigit(_next - 1) && IsDigit(_next + 1),
        '/' or ':' => _parts < MaxParts && IsDigit(_next - 1) && IsDigit(_next + 1),
        _ => _parts < MaxParts && IsLetterOrDigit(_next + 1),
    };

    /// <summary>An elided article or the like does not belong to the word: l'infirmière, qu'il, 's-Gravenbrakel.</summary>
    private readonly bool IsElided(char joint) => joint switch
    {
        '\'' => Word is "l" or "d" or "c" or "j" or "m" or "n" or "s" or "t" or "qu" or "jusqu" or "lorsqu" or "puisqu" or "quoiqu",
        '-' => Word is "s" && Start > 0 && Alphabet.Joint(_text[Start - 1]) == '\'',
        _ => false,
    };

    /// <summary>How many signs at the word's end belong to it: C#, F#, C++, g++.</summary>
    private readonly int TakesSigns(int end)
    {
        if (end >= _text.Length || _length > 2 || !IsLetter(end - 1))
            return 0;
        var signs = _text[end..] switch
        {
            ['#', ..] when _length == 1 => 1,
            ['+', '+', ..] => 2,
            _ => 0,
        };
        return IsLetterOrDigit(end + signs) ? 0 : signs;
    }

    private readonly bool IsLetterOrDigit(int at) =>
        at >= 0 && at < _text.Length && (Alphabet.Lower(_text[at]) != 0 || Alphabet.IsPair(_text, at));

    private readonly bool IsLetter(int at) => IsLetterOrDigit(at) && !char.IsDigit(_text[at]);

    private readonly bool IsDigit(int at) => at >= 0 && at < _text.Length && char.IsDigit(_text[at]);

    private void Compose()
    {
        if (Word.IsNormalized())
            return;
        // In form C a unit becomes three at most (annex 15).
        Span<char> composed = stackalloc char[MaxLength * 3];
        if (!Word.TryNormalize(composed, out var length))
            return;
        _length = Math.Min(length, MaxLength);
        if (char.IsHighSurrogate(composed[_length - 1]))
            _length--;
        composed[.._length].CopyTo(_word);
    }

    [InlineArray(MaxLength)]
    private struct Letters
    {
        private char _first;
    }
}
