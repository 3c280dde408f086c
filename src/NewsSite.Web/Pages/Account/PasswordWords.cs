using Microsoft.Extensions.Localization;
using NewsSite.Accounts.SignIn;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Account;

/// <summary>What is wrong with a new password, and what a good one is, in words.</summary>
internal static class PasswordWords
{
    /// <summary>Null where nothing is wrong.</summary>
    public static string? Of(PasswordFlaw flaw, IStringLocalizer<Interface> texts) => flaw switch
    {
        PasswordFlaw.TooShort => texts["At least {0} characters, please.", PasswordRules.MinLength].Value,
        PasswordFlaw.TooLong => texts["At most {0} characters, please.", PasswordRules.MaxLength].Value,
        PasswordFlaw.Guessable => texts["This is guessed too easily: it is made of little but common words, rows of keys, years, your name or the paper's."].Value,
        _ => null,
    };

    public static string Hint(IStringLocalizer<Interface> texts) =>
        texts["At least {0} characters; several words that have nothing to do with each other are good.", PasswordRules.MinLength];
}
