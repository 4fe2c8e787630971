using System.Diagnostics;
using System.Globalization;

namespace Huodi.Bench.Land.Races;

/// <summary>A PostgreSQL cluster of its own below the temporary folder, reached by a socket there.</summary>
internal sealed class ServerCluster : IDisposable
{
    private readonly string _folder;
    private readonly string _binaries;

    private ServerCluster(string folder, string binaries) => (_folder, _binaries) = (folder, binaries);

    public string Folder => _folder;

    /// <summary>The connection text of its database.</summary>
    public string Connection => $"Host={_folder};Username=huodi;Database=postgres";

    /// <summary>Starts one; null where PostgreSQL is missing.</summary>
    /// <param name="settings">Options of the server.</param>
    public static ServerCluster? Start(string settings)
    {
        if (!Directory.Exists("/usr/lib/postgresql")) return null;
        var binaries = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";
        var folder = Directory.CreateTempSubdirectory("huodi-peer-").FullName;
        if (Environment.IsPrivilegedProcess) Run("chown", "postgres", folder);
        RunAsServer($"{binaries}/initdb", "-D", $"{folder}/data", "-U", "huodi", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        RunAsServer($"{binaries}/pg_ctl", "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-o", $"-c listen_addresses='' {settings} -c unix_socket_directories='{folder}'", "start");
        return new(folder, binaries);
    }

    /// <summary>Processor seconds of the whole cluster so far: the server's own, those of its children that ended, and those that live.</summary>
    public double ProcessorSeconds()
    {
        var server = File.ReadLines($"{_folder}/data/postmaster.pid").First();
        var ticks = 0L;
        foreach (var process in Directory.GetDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])))
        {
            string text;
            try
            {
                text = File.ReadAllText(process + "/stat");
            }
            catch (IOException)
            {
                continue; // it has ended
            }

            // After the name in brackets: state, parent, …, user, system, children's user, children's system.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            var isServer = Path.GetFileName(process) == server;
            if (!isServer && fields[1] != server) continue;
            for (var i = 11; i < 15; i++) ticks += long.Parse(fields[i], CultureInfo.InvariantCulture);
        }

        return ticks / 100.0;
    }

    public void Dispose()
    {
        RunAsServer($"{_binaries}/pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static void RunAsServer(string program, params string[] arguments)
    {
        if (Environment.IsPrivilegedProcess) Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]);
        else Run(program, arguments);
    }

    /// <summary>Output is not redirected: a server would inherit the pipe and hold it open.</summary>
    public static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var argument in (string[])["-c", "exec \"$@\" >/dev/null", "sh", program, .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!; // a shell always starts
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
