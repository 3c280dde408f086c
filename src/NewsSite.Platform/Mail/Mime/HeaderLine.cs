using System.Text;

namespace NewsSite.Platform.Mail.Mime;

/// <summary>Writes one header, folded before 78 characters where a space allows it (RFC 5322, 2.1.1 and 2.2.3).</summary>
internal static class HeaderLine
{
    /// <summary>The longest word that fits behind a fold into a line of 998.</summary>
    public const int MaxWord = 996;

    private const int WantedLength = 78;

    /// <summary>A value whose spaces may become folds.</summary>
    public static void Write(StringBuilder mail, string name, string value) => Write(mail, name, value.Split(' '));

    /// <summary>Words between which a space or a fold stands.</summary>
    public static void Write(StringBuilder mail, string name, IEnumerable<string> words)
    {
        mail.Append(name).Append(':');
        var length = name.Length + 1;
        var isFirst = true;
        foreach (var word in words)
        {
            // An empty word is a second space: a fold there could leave a line of spaces alone, which readers take for the end.
            if (!isFirst && word.Length > 0 && length + 1 + word.Length > WantedLength)
            {
                mail.Append("\r\n");
                length = 0;
            }
            mail.Append(' ').Append(word);
            length += 1 + word.Length;
            isFirst = false;
        }
        mail.Append("\r\n");
    }
}
