namespace NewsSite.Accounts.Roles;

/// <summary>What somebody may do on the paper; one role each. Stored by name.</summary>
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

    /// <summary>
    /// No staff: somebody who posts jobs for a company. Opens nothing of the newsroom; for which company they act, and how far, that
    /// company's list of members says.
    /// </summary>
    Employer,
}
