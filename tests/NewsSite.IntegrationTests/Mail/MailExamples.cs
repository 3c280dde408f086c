using NewsSite.Platform.Mail;
using NewsSite.Platform.Mail.Mime;

namespace NewsSite.IntegrationTests.Mail;

/// <summary>Mails with what goes wrong in mails.</summary>
internal static class MailExamples
{
    private static readonly string[] Subjects =
    [
        "Plain", "Élections à Liège : « résultats » – 100 %", "日本語の件名がとても長いので、いくつかの単語に分けて書かれなければならない場合", "A =?utf-8?Q?fake?= word",
        "Job: C# / .NET (m/f/x) – €4.100 \"now\"", "🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋", "two  spaces   inside", "e\u0301 composed of two", new string('x', 300), "👩‍👩‍👧‍👦 family in one character",
        string.Join(' ', Enumerable.Repeat("word", 80)), "ends with =", "underscore_and ?question",
    ];

    private static readonly string[] Names =
    [
        "", "The Zenne Post", "Zoé Müller-Ørsted", "O'Neil, Pat", "\"Quoted\" \\ back", "Dr. A. B.", "株式会社とても長い名前の新聞社編集部求人広告担当", string.Join(' ', Enumerable.Repeat("Long", 30)), "a  b",
    ];

    private static readonly string[] Texts =
    [
        "Hello.\n", "", "no line end", ".\n..\n.hidden\nFrom here\n-- \nsignature\n--=_boundary--\n", "trailing space \nand tab\t\nend", "é à ü – “quotes”\n",
        new string('a', 5000), new string('é', 3000), "日本語のテキスト\n" + new string('語', 2000), "mixed\r\nline\rends\nhere", string.Join('\n', Enumerable.Range(0, 400).Select(number => $"line {number} = x")),
        "tab\tinside\u00a0and nbsp", "🚋" + new string('-', 76) + "\n" + new string('.', 200), new string(' ', 100) + "\nx", "x" + new string('=', 80),
    ];

    /// <summary>Every text with every kind of subject and name, round robin.</summary>
    public static IEnumerable<MimeMessage> All() => Enumerable.Range(0, Subjects.Length * Names.Length).Select(number => new MimeMessage
    {
        From = new Mailbox("post@zenne.example", Names[number % Names.Length]),
        To = [new Mailbox($"reader{number}@bücher.example", Names[(number + 3) % Names.Length])],
        ReplyTo = number % 2 == 0 ? [] : [new Mailbox("desk@zenne.example", "Desk"), new Mailbox("editor@zenne.example", Names[(number + 1) % Names.Length])],
        Subject = Subjects[number % Subjects.Length],
        Text = Texts[number % Texts.Length],
        Html = $"<p>{Texts[(number + 7) % Texts.Length]}</p>",
        Language = "fr",
        Date = new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero),
        MessageId = $"20261118.{number}@zenne.example",
        Headers =
        [
            new MailHeader("List-Unsubscribe", $"<https://zenne.example/alerts/stop?{new string('k', 300)}>, <mailto:stop@zenne.example>"),
            new MailHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            MailHeader.ListId(Names[number % Names.Length], "daily.zenne.example"),
        ],
    });
}
