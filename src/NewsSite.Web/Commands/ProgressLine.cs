using System.Globalization;

namespace NewsSite.Web.Commands;

/// <summary>
/// Says on standard error how far long work is: on a terminal in one line that is written anew, elsewhere (a log) in a line
/// per tenth.
/// </summary>
internal sealed class ProgressLine
{
    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private string _shown = "";

    public void Show(string what, long done, long total)
    {
        var share = total == 0 ? 100 : done * 100 / total;
        if (!_isTerminal)
            share -= share % 10;
        var line = _isTerminal
            ? string.Create(CultureInfo.InvariantCulture, $"\r{share,3} % {what} ({done:N0} of {total:N0})   ")
            : string.Create(CultureInfo.InvariantCulture, $"{share} % {what}");
        if (line == _shown)
            return;
        _shown = line;
        if (_isTerminal)
            Console.Error.Write(done >= total ? line + Environment.NewLine : line);
        else
            Console.Error.WriteLine(line);
    }
}
