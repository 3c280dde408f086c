using System.Net;
using System.Net.Sockets;

namespace NewsSite.Benchmarks;

/// <summary>A folder for everything that is made here, gone afterwards, and the repository around this program.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newssite-benchmarks-");

    public static string Repository { get; } = FindRepository();

    public Workplace() => File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101); // nginx's worker is another user.

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public string NewFolder(string name) => Directory.CreateDirectory(PathOf(name)).FullName;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsSite.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("NewsSite.sln is not above this program; run it from the repository");
    }
}
