namespace NewsSite.Jobs.Employers;

/// <summary>Everybody who acts for a company, as mails reach them.</summary>
public sealed class EmployerContacts(EmployerAccess access, FindContact find)
{
    /// <summary>Those who have been there longest first; who cannot sign in any more is left out.</summary>
    public async Task<IReadOnlyList<EmployerContact>> OfAsync(long employer, CancellationToken cancel = default)
    {
        var contacts = new List<EmployerContact>();
        foreach (var member in await access.MembersAsync(employer, cancel))
        {
            if (await find(member.UserId, cancel) is { } contact)
                contacts.Add(contact);
        }
        return contacts;
    }
}
