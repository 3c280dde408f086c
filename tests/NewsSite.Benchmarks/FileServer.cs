using System.Diagnostics;

namespace NewsSite.Benchmarks;

/// <summary>nginx with one worker on the server's core, serving pages as files: what ours is measured against.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private int _files;

    private FileServer(Process process, string folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<FileServer> StartAsync(Workplace workplace)
    {
        var folder = workplace.NewFolder("nginx");
        var files = workplace.NewFolder("nginx/files");
        var port = Workplace.FreePort();
        var settings = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(settings, $$"""
            worker_processes 1;
            daemon off;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { worker_connections 1024; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                gzip off;
                open_file_cache max=1000;
                keepalive_requests 1000000000;
                default_type "text/html; charset=utf-8";
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
                server { listen 127.0.0.1:{{port}}; root {{files}}; }
            }
            """);
        var process = Process.Start(Tools.StartOn(PublishedSite.ServerCore, "nginx", "-e", $"{folder}/error.log", "-c", settings))!;
        await Task.Delay(500);
        return process.HasExited
            ? throw new InvalidOperationException($"nginx did not start: {await File.ReadAllTextAsync($"{folder}/error.log")}")
            : new FileServer(process, files, new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>Keeps a page as a file and returns its path here.</summary>
    public async Task<string> AddAsync(byte[] page)
    {
        var name = $"{++_files}.html";
        await File.WriteAllBytesAsync(Path.Combine(_folder, name), page);
        return "/" + name;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
