using System.CommandLine;

namespace NewsSite.Web.Commands;

/// <summary>migrate: brings the database up to date and ends.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database up to date, and end.");
        command.SetAction((_, cancel) => CommandLine.WithPaperAsync(_ =>
        {
            Console.WriteLine("The database is up to date.");
            return Task.FromResult(0);
        }, cancel));
        return command;
    }
}
