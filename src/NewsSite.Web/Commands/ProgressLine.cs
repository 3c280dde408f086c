using System.Globalization;

namespace NewsSite.Web.Commands;

/// <summary>
/// Says on standard error how far long work is: on a terminal as a bar in one line that is written anew, elsewhere (a log) in a
/// line per tenth.
/// </summary>
internal sealed class ProgressLine
{
    private const int Width = 24;

    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private string _shown = "";
    private string _what = "";

    public void Show(string what, long done, long total)
    {
        if (what != _what)
            End();
        _what = what;
        var share = total == 0 ? 100 : done * 100 / total;
        if (!_isTerminal)
            share -= share % 10;
        var filled = (int)(share * Width / 100);
        var line = _isTerminal
            ? string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', filled)}{new string('.', Width - filled)}] {share,3} % {what} ({done:N0} of {total:N0})   ")
            : string.Create(CultureInfo.InvariantCulture, $"{share} % {what}");
        if (line == _shown)
            return;
        _shown = line;
        if (_isTerminal)
            Console.Error.Write(line);
        else
            Console.Error.WriteLine(line);
        if (done >= total)
            End();
    }

    /// <summary>Leaves the line, so that something else can be written.</summary>
    public void End()
    {
        if (_isTerminal && _shown.Length > 0)
            Console.Error.WriteLine();
        _shown = "";
    }
}
