using System.Reflection;
using NewsSite.Platform.Database;

namespace NewsSite.Web.Caching;

/// <summary>
/// A kept page is answered by the thread that heard the request: handing it to another costs a third of the whole answer. What
/// has to be made moves to the thread pool first, so nothing that waits or works long holds that thread up.
/// </summary>
/// <remarks>
/// Only on SQLite, which speaks through no socket: code that goes on after a word from a database server would stay on the
/// thread that hears, and could wait there for the next word for ever. And only in the program itself: a process that holds
/// several sites, as tests do, may speak to both databases.
/// </remarks>
internal static class InlineAnswers
{
    /// <summary>Read by the runtime when the first socket is opened; it has no setting in files.</summary>
    private const string Switch = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    private static bool IsOn => Environment.GetEnvironmentVariable(Switch) == "1";

    public static void AnswerInline(this WebApplicationBuilder builder)
    {
        var isProgram = Assembly.GetEntryAssembly() == typeof(InlineAnswers).Assembly;
        if (!isProgram || (builder.Configuration["Database:Engine"] is { } engine && !engine.Equals(nameof(DatabaseEngine.Sqlite), StringComparison.OrdinalIgnoreCase)))
            return;
        Environment.SetEnvironmentVariable(Switch, "1");
        builder.WebHost.UseSockets(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;
            sockets.IOQueueCount = 0;
        });
    }

    /// <summary>For what comes after the page cache.</summary>
    public static void LeaveThread(this WebApplication app)
    {
        if (!IsOn)
            return;
        app.Use(async (context, next) =>
        {
            await Task.Yield();
            await next(context);
        });
    }
}
