namespace NewsSite.Web.Pages.Account;

/// <summary>What was just done. It stands in the address of the page that says it, so it is one of these and no text.</summary>
public enum AccountNotice
{
    SignedOut,
    PasswordChanged,
    PasskeyAdded,
    PasskeyRenamed,
    PasskeyRemoved,
    SessionEnded,
    SessionsEnded,
    InvitationWithdrawn,
    RoleChanged,
    Deactivated,
    Activated,
    SecondFactorReset,
    NotTheLastAdministrator,
}
