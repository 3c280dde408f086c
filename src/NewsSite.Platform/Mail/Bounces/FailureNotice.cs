using System.Text.RegularExpressions;
using NewsSite.Platform.Mail.Mime;

namespace NewsSite.Platform.Mail.Bounces;

/// <summary>
/// A bounce that is written for people only (Exim, qmail, older Postfix, Exchange, Domino and whoever writes their own). Words alone prove nothing: a
/// person may write them too. So either the sender is a machine for mail, or the subject says so and what only a bounce has stands in it.
/// </summary>
internal sealed partial class FailureNotice
{
    private const int MostCharacters = 20_000;

    private readonly string _subject;
    private readonly string _words;
    private readonly bool _carriesOriginal;
    private readonly bool _isByMachine;

    /// <param name="mail">All of it.</param>
    /// <param name="isAutoReply">It says that it answers by itself: then an empty return path proves nothing.</param>
    public FailureNotice(MimePart mail, bool isAutoReply)
    {
        _subject = mail.Header("Subject");
        var text = WordsOf(mail);
        if (text.Length > MostCharacters)
            text = text[..MostCharacters];
        var divider = Divider().Match(text);
        _words = divider.Success ? text[..divider.Index] : text;
        _carriesOriginal = divider.Success || mail.Find("message/rfc822") is not null || mail.Find("text/rfc822-headers") is not null || mail.Find("message/rfc822-headers") is not null;
        _isByMachine = Machine().IsMatch(mail.Header("From")) || mail.Header("X-Failed-Recipients").Length > 0
            || (!isAutoReply && ReturnPath().IsMatch(mail.Header("Return-Path")));
    }

    public bool IsFailure => SaysSo && !IsForwarded && (_isByMachine ? Evidence : Subject().IsMatch(_subject) && Proof);

    public bool IsDelayed => IsFailure && (Delay().IsMatch(_words) || DelaySubject().IsMatch(_subject));

    public BounceWeight Weight => BounceStatus.Weigh(BounceStatus.In(_words), $"{_subject} {_words}");

    public string Status => BounceStatus.In(_words);

    public string Words => _words;

    /// <summary>The addresses that it names, but those of who wrote it and of whom it was written to.</summary>
    public IReadOnlyList<string> Addresses(MimePart mail)
    {
        var stated = mail.Header("X-Failed-Recipients");
        var own = Address().Matches(mail.Header("To") + " " + mail.Header("From")).Select(match => match.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Address().Matches(stated.Length > 0 ? stated : _words).Select(match => match.Value.TrimEnd('.'))
            .Where(address => !own.Contains(address) && !Staff().IsMatch(address)).Distinct(StringComparer.OrdinalIgnoreCase).Take(20)];
    }

    private bool SaysSo => Failure().IsMatch(_words) || Delay().IsMatch(_words) || (_isByMachine && _carriesOriginal && Listed().IsMatch(_words));

    /// <summary>What a notice has beside its words.</summary>
    private bool Evidence => _carriesOriginal || Subject().IsMatch(_subject) || Address().IsMatch(_words);

    /// <summary>The same of one whose sender could be anybody.</summary>
    private bool Proof => (_carriesOriginal && (Failure().IsMatch(_subject) || Subject().IsMatch(_subject))) || Followed().IsMatch(_words);

    private bool IsForwarded => Forwarded().IsMatch(_subject);

    /// <summary>The first text that is for people, what they quote left out.</summary>
    private static string WordsOf(MimePart mail)
    {
        var part = mail.Find("text/plain") ?? mail.Find("text/html");
        var text = part?.Text() ?? "";
        if (part is null && mail.Parts.Count == 0)
            text = mail.Text();
        if (part?.ContentType == "text/html")
            text = System.Net.WebUtility.HtmlDecode(Tag().Replace(text, "\n"));
        return string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(line => !Quoted().IsMatch(line)));
    }

    [GeneratedRegex(@"mailer-?daemon|postmaster|mdaemon|mail\s*delivery|maildelivery|delivery\s*(sub)?system|mail\s*administrator|system\s*administrator|^\s*(""?[^""<]*""?\s*)?<>\s*$|mail_?service|automated\s+response", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Machine();

    [GeneratedRegex(@"^\s*<(mailer-daemon(@[^>]*)?)?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ReturnPath();

    [GeneratedRegex("""
        undeliver|non-?delivery|not\s+(be\s+)?delivered|delivery\s+(has\s+)?(fail|problem|error|status|report|notif|warning|delay)|deliver\w*\s+failure|fail\w*\s+(delivery|mail)|mail\s+(delivery\s+)?(fail|error|system\s+error)|mail\s+delivery
        |failure\s+(notice|delivery)|returned\s+(mail|to\s+sender)|returning\s+(message\s+)?to\s+sender|permanent\s+deliver|processing\s+error|could\s+not\s+be\s+delivered|user\s+unknown|non\s+remis|onbestelbaar|message\s+delayed|delayed\s+(mail|message)
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Subject();

    [GeneratedRegex("""
        (could|can|was|were|has|have|is|be|been|did|does|do)\s*(n['’]t|not)\s+(yet\s+)?(be(en)?\s+)?(able\s+to\s+)?(deliver|reach|receive\s+a\s+copy|accepted)|cannot\s+be\s+delivered|unable\s+to\s+(deliver|relay)|undeliverable|not\s+delivered
        |did\s+n['o]?t\s+reach|could\s+not\s+(be\s+)?(deliver|reach|send)|deliver[ye]\w*\s+(of\s+\w+\s+)?to\s+(the\s+)?following\s+recipients?\s+(\w+\s+)?(failed|aborted|has\s+been)|delevery\s+to|deliver\w*\s+(failed|problem|failure)|failed\s+recipient|failed\s+addresses
        |permanent\s+(fatal\s+)?(delivery\s+)?error|fatal\s+errors|mail\s+has\s+been\s+returned|error\s+was\s+detected\s+while\s+processing|does\s+not\s+like\s+recipient|(no\s+such|unknown|invalid)\s+(final\s+delivery\s+)?(user|mailbox|recipient|account|address)|user\s*(is\s+)?unknown|user\s+(not\s+(known|found|listed)|unknown)
        |mailbox\s+(is\s+)?(full|unavailable|not\s+found)|no\s+mailbox\s+here|n['’]a\s+pas\s+pu\s+[eê]tre\s+(d[eé]livr|remis|distribu)|n'existe\s+pas|niet\s+(worden\s+)?(bezorgd|afgeleverd)|kon\s+niet\s+worden|konnte\s+nicht\s+zugestellt|no\s+pudo\s+ser\s+entregado|не\s+может\s+быть\s+доставлено
        |did\s+not\s+exactly\s+match|no\s+matches\s+to\s+nameserver|returned\s+because|addresses?\s+had\s+permanent|undelivered|errmsg=|(transcript\s+of\s+session)|failed\s+because
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Failure();

    /// <summary>As qmail and those who learnt from it list the recipients, in any language.</summary>
    [GeneratedRegex(@"^<[^<>\s]+@[^<>\s]+>:", RegexOptions.Multiline)]
    private static partial Regex Listed();

    /// <summary>An address right behind the words, or a server's reply.</summary>
    [GeneratedRegex("""((deliver|reach|recipient|address|user)[^@\n]{0,80}:?\s*\n?\s*<?[\w.+=-]+@[\w.-]+\.\w{2,}>?)[^@]{0,400}$|\b5\d\d[\s-]5?\.?\d?\.?\d?\s*<?[\w.+=-]+@""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Followed();

    [GeneratedRegex("""
        has\s+not\s+yet\s+been\s+delivered|not\s+yet\s+(been\s+)?deliver|will\s+continue\s+to\s+(try|attempt|be\s+made|be\s+attempted)|(delivery\s+)?attempts\s+will\s+continue|warning\s+message\s+only|has\s+been\s+(delayed|postponed)|will\s+be\s+retried|still\s+being\s+retried|(just|only)\s+a\s+warning|keep\s+trying
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Delay();

    [GeneratedRegex(@"\bdelayed\b|\(delay\)|has\s+not\s+yet\s+been|delivery\s+warning", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex DelaySubject();

    /// <summary>Behind it stands our own mail.</summary>
    [GeneratedRegex("""
        ^[ \t]*[-*|=_ ]{2,}[^\n]{0,20}((copy\s+of|below\s+this\s+line|below\s+the\s+next|original\s+(message|mail)|returned\s+(message|mail)|header\s+of\s+(the\s+)?(source|original)|message\s+(header|text)|unsent\s+message|header\s+and\s+top|mensaje\s+original|原))|^[^\n]{0,40}original\s+message\s+(follows|attached|as\s+received)|^[^\n]{0,40}(copy\s+of\s+the\s+(original\s+)?message|first\s+\d+\s+lines\s+of)|^[ \t]*your\s+message\s+reads|^included\s+is\s+a\s+copy|^(old|unsent)\s+message|^received:\s+(from|by)\s|^return-path:\s*<
        """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline)]
    private static partial Regex Divider();

    [GeneratedRegex(@"^\s*(fwd?|tr|doorgestuurd|weitergeleitet)\s*:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Forwarded();

    /// <summary>A line of a mail that is answered; but MDaemon sets its addresses so.</summary>
    [GeneratedRegex(@"^>(?!\s*\S+@\S+\s*$)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex("^(postmaster|mailer-daemon|abuse|support)@", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Staff();

    [GeneratedRegex("<[^>]{0,500}>")]
    private static partial Regex Tag();
}
