using System.Collections.Frozen;

namespace NewsSite.Jobs.Spam;

/// <summary>Whose a mail address is, by what follows its @.</summary>
public static class MailDomains
{
    /// <summary>Where anybody gets an address: they stand for no company.</summary>
    private static readonly FrozenSet<string> Free = FrozenSet.ToFrozenSet(
    [
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.be", "hotmail.fr", "hotmail.nl", "outlook.com", "outlook.be", "outlook.fr", "live.com", "live.be", "live.fr", "live.nl", "msn.com", "yahoo.com", "yahoo.fr",
        "yahoo.co.uk", "ymail.com", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "pm.me", "tutanota.com", "gmx.com", "gmx.de", "gmx.net", "gmx.fr", "web.de", "mail.com", "aol.com", "zoho.com", "yandex.com",
        "yandex.ru", "mail.ru", "laposte.net", "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "skynet.be", "telenet.be", "scarlet.be", "proximus.be", "voo.be", "base.be", "brutele.be", "belgacom.net", "swing.be", "ziggo.nl",
        "kpnmail.nl", "planet.nl", "xs4all.nl", "hetnet.nl", "home.nl", "t-online.de", "fastmail.com", "hey.com", "duck.com",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Addresses for ten minutes.</summary>
    private static readonly FrozenSet<string> Disposable = FrozenSet.ToFrozenSet(
    [
        "mailinator.com", "guerrillamail.com", "guerrillamail.net", "guerrillamail.org", "guerrillamailblock.com", "sharklasers.com", "grr.la", "10minutemail.com", "10minutemail.net", "temp-mail.org", "tempmail.com", "tempmail.net",
        "tempmailo.com", "yopmail.com", "yopmail.fr", "yopmail.net", "jetable.org", "jetable.net", "trashmail.com", "trashmail.de", "trashmail.net", "throwawaymail.com", "dispostable.com", "getnada.com", "nada.email", "maildrop.cc",
        "mailnesia.com", "mintemail.com", "mohmal.com", "emailondeck.com", "fakeinbox.com", "fakemail.net", "spamgourmet.com", "mytemp.email", "tempr.email", "discard.email", "discardmail.com", "moakt.com", "burnermail.io", "33mail.com",
        "inboxkitten.com", "mailcatch.com", "mailsac.com", "spam4.me", "tmpmail.org", "tmpmail.net", "wegwerfmail.de", "wegwerfemail.de", "einrot.com", "cuvox.de", "dayrep.com", "fleckens.hu", "gustr.com", "jourrapide.com", "rhyta.com",
        "superrito.com", "teleworm.us", "armyspy.com", "linshiyouxiang.net", "minuteinbox.com", "dropmail.me", "1secmail.com", "harakirimail.com", "getairmail.com", "anonbox.net", "mail-temp.com", "mailpoof.com", "luxusmail.org",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>A company's own, by which its people are known.</summary>
    public static bool IsCompanys(string domain) => domain.Length > 0 && !Free.Contains(domain) && !IsDisposable(domain);

    /// <summary>Also below such a domain.</summary>
    public static bool IsDisposable(string domain)
    {
        for (var rest = domain; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (Disposable.Contains(rest))
                return true;
        }
        return false;
    }

    /// <summary>In lower case; empty: it is no address.</summary>
    public static string Of(string address) => address.LastIndexOf('@') is >= 0 and var at ? address[(at + 1)..].Trim().ToLowerInvariant() : "";
}
