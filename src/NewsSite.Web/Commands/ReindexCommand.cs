using System.CommandLine;
using NewsSite.Search.Following;

namespace NewsSite.Web.Commands;

/// <summary>reindex: has every node make its search index anew, beside the running site or at its next start.</summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        var command = new Command("reindex", "Have every node make its search index anew from the database, now or at its next start; searches go on meanwhile.");
        command.SetAction((_, cancel) => CommandLine.WithPaperAsync(async services =>
        {
            await services.GetRequiredService<Reindexing>().OrderAsync(cancel);
            Console.WriteLine("Every node makes its search index anew; /health/ready says how far it is.");
            return 0;
        }, cancel));
        return command;
    }
}
