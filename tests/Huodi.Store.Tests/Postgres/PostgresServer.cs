using System.Diagnostics;
using Npgsql;

namespace Huodi.Store.Tests.Postgres;

/// <summary>
/// A PostgreSQL cluster of the tests' own, in a temporary folder, reached by a socket in that folder. It is started by the first
/// test that asks for a database and stopped at the end. A server does not run as root, so root hands it to the user postgres.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Needed = "需要 PostgreSQL 15 + PostGIS：apt-get install postgresql-15-postgis-3";
    private const string Template = "huodi_template";

    private readonly Lazy<Task<string>> _folder;
    private int _databases;

    public PostgresServer() => _folder = new Lazy<Task<string>>(StartAsync);

    private static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .Where(d => File.Exists($"{d}/bin/initdb") && File.Exists($"/usr/share/postgresql/{Path.GetFileName(d)}/extension/postgis.control"))
            .OrderDescending(StringComparer.Ordinal)
            .Select(d => $"{d}/bin")
            .FirstOrDefault()
        : null;

    /// <summary>A new database with PostGIS in it.</summary>
    public Task<string> NewDatabaseAsync() => NewDatabaseAsync(Template);

    /// <summary>A new database without anything.</summary>
    public Task<string> NewEmptyDatabaseAsync() => NewDatabaseAsync("template0");

    /// <summary>Runs SQL in a database.</summary>
    public static async Task RunAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        _ = await command.ExecuteNonQueryAsync();
    }

    /// <summary>How the server would run a statement, a step a line.</summary>
    public static async Task<string> PlanAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand("EXPLAIN (COSTS OFF) " + sql, connection);
        foreach (var value in values) _ = command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync()) lines.Add(rows.GetString(0));
        return string.Join('\n', lines);
    }

    /// <summary>Stops the server as a fault of power would, and starts it again.</summary>
    /// <param name="meanwhile">What is done to the folder of its data in between.</param>
    public async Task RestartAsync(Action<string>? meanwhile = null)
    {
        var folder = await _folder.Value;
        await RunAsServerAsync($"{Binaries}/pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "-w", "stop");
        meanwhile?.Invoke($"{folder}/data");
        await StartAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_folder.IsValueCreated || Binaries is null) return;
        var folder = await _folder.Value;
        NpgsqlConnection.ClearAllPools();
        await RunAsServerAsync($"{Binaries}/pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private static string ConnectionString(string folder, string database) => $"Host={folder};Username=huodi;Database={database}";

    private static async Task<string> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("huodi-pg-").FullName;
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", ["postgres", folder]);
        await RunAsServerAsync($"{Binaries}/initdb", "-D", $"{folder}/data", "-U", "huodi", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await StartAsync(folder);
        await RunAsync(ConnectionString(folder, "postgres"), $"CREATE DATABASE {Template}");
        await RunAsync(ConnectionString(folder, Template), "CREATE EXTENSION postgis");
        return folder;
    }

    private static Task StartAsync(string folder)
    {
        var options = $"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c shared_buffers=64MB";
        return RunAsServerAsync($"{Binaries}/pg_ctl", "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-o", options, "start");
    }

    private static Task RunAsServerAsync(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments])
        : RunAsync(program, arguments);

    /// <summary>Output is not redirected: the server would inherit the pipe and hold it open.</summary>
    private static async Task RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        foreach (var argument in (string[])["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException();
        await process.WaitForExitAsync();
        Xunit.Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private async Task<string> NewDatabaseAsync(string template)
    {
        if (Binaries is null) Xunit.Assert.Skip(Needed);
        var folder = await _folder.Value;
        var name = $"huodi_{Interlocked.Increment(ref _databases)}";
        await RunAsync(ConnectionString(folder, "postgres"), $"CREATE DATABASE {name} TEMPLATE {template}");
        return ConnectionString(folder, name);
    }
}
