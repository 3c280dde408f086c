using System.CommandLine;
using NewsSite.Accounts.Roles;
using NewsSite.Accounts.Users;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Commands;

/// <summary>staff invite: makes a link by which somebody becomes staff.</summary>
internal static class StaffCommand
{
    public static Command Create() => new("staff", "People who work on the paper.") { Invite() };

    private static Command Invite()
    {
        var email = new Argument<string>("email") { Description = "Where the invitation goes." };
        var role = new Option<string>("--role") { Description = "What they may do.", Required = true };
        role.AcceptOnlyFromAmong([.. RoleNames.All.Select(known => known.Slug())]);
        var language = new Option<string>("--language") { Description = "The language of the mail.", DefaultValueFactory = _ => Language.Default.Code };
        language.AcceptOnlyFromAmong([.. Language.All.Select(known => known.Code)]);
        var command = new Command("invite", "Invite somebody: prints a link that works once and for 24 hours, and mails it.") { email, role, language };
        command.SetAction((parsed, cancel) => CommandLine.WithPaperAsync(
            services => InviteAsync(services, parsed.GetRequiredValue(email), RoleNames.Find(parsed.GetRequiredValue(role))!.Value, Language.OrDefault(parsed.GetValue(language)), cancel), cancel));
        return command;
    }

    private static async Task<int> InviteAsync(IServiceProvider services, string email, Role role, Language language, CancellationToken cancel)
    {
        if (!User.IsEmail(email))
            throw new FormatException($"'{email}' is not an e-mail address");
        var invitations = services.GetRequiredService<Invitations>();
        if (await invitations.HasAccountAsync(email, cancel))
            throw new FormatException($"{email} has an account already; roles are changed in the newsroom under People");
        Console.WriteLine(await invitations.InviteAsync(email, role, language, cancel));
        return 0;
    }
}
