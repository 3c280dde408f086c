namespace NewsSite.Accounts.Roles;

/// <summary>What somebody of the staff may do; one role each. Stored by name.</summary>
public enum Role
{
    /// <summary>Writes own drafts and hands them in.</summary>
    Contributor,

    /// <summary>Edits everything and publishes.</summary>
    Editor,

    /// <summary>Also arranges the front page, sections and people.</summary>
    ChiefEditor,

    /// <summary>Jobs only.</summary>
    JobsDesk,

    /// <summary>Everything.</summary>
    Administrator,
}
