using System.Globalization;
using System.Text;

namespace NewsSite.Benchmarks.Matching;

/// <summary>The tokens of the percolation set: form KD, marks left out, letters and decimal digits in lower case, everything else between them.</summary>
internal ref struct PlainTokens(string text)
{
    private readonly string _text = Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormKD);
    private char[] _token = new char[64];
    private int _length;
    private int _next;

    public readonly ReadOnlySpan<char> Token => _token.AsSpan(0, _length);

    public bool Read()
    {
        _length = 0;
        var all = _text;
        while (_next < all.Length)
        {
            var unit = all[_next];
            if (char.IsAscii(unit))
            {
                _next++;
                if (char.IsAsciiLetterOrDigit(unit))
                    Append((char)(char.IsAsciiLetterUpper(unit) ? unit | 0x20 : unit));
                else if (_length > 0)
                    return true;
                continue;
            }
            var isRune = Rune.TryGetRuneAt(all, _next, out var rune);
            _next += isRune ? rune.Utf16SequenceLength : 1;
            if (isRune && IsToken(rune))
                Append(Rune.ToLowerInvariant(rune));
            else if ((!isRune || Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) && _length > 0)
                return true;
        }
        return _length > 0;
    }

    private static bool IsToken(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;

    private void Append(Rune rune)
    {
        Span<char> units = stackalloc char[2];
        foreach (var unit in units[..rune.EncodeToUtf16(units)])
            Append(unit);
    }

    private void Append(char unit)
    {
        if (_length == _token.Length)
            Array.Resize(ref _token, _length * 2);
        _token[_length++] = unit;
    }
}
