using System.CommandLine;
using NewsSite.Platform.Mail;

namespace NewsSite.Web.Commands;

/// <summary>mail test ADDRESS: shows whether the settings under Mail work, in the server's own words.</summary>
internal static class MailCommand
{
    public static Command Create()
    {
        var address = new Argument<string>("ADDRESS") { Description = "Who gets the mail." };
        var test = new Command("test", "Send a test mail as the settings under Mail say, and print the server's reply.") { address };
        test.SetAction((parsed, cancel) => CommandLine.WithPaperAsync(
            services => SendAsync(services.GetRequiredService<MailTrial>(), parsed.GetRequiredValue(address), cancel), cancel));
        return new Command("mail", "Try out how mails leave.") { test };
    }

    private static async Task<int> SendAsync(MailTrial trial, string address, CancellationToken cancel)
    {
        var delivery = await trial.SendAsync(address, cancel);
        if (delivery.Outcome == DeliveryOutcome.Accepted)
        {
            Console.WriteLine($"{trial.Way} took the mail to {address}: {delivery.Reply}");
            return 0;
        }
        await Console.Error.WriteLineAsync($"newssite: {trial.Way} did not take the mail to {address}: {delivery.Reply}");
        return 1;
    }
}
