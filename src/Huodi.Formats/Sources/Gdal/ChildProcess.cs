using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Huodi.Formats.Files;

namespace Huodi.Formats.Sources.Gdal;

/// <summary>Runs another program with a list of arguments, never through a shell, and kills it with its children when cancelled or overdue.</summary>
internal static class ChildProcess
{
    private const int MostOutput = 8 << 20;

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="FileRefusedException">GDAL_MISSING: it cannot be started. GDAL_TIMEOUT: it did not end in time.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program has been killed.</exception>
    public static (int Exit, string Output, string Errors) Run(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, TimeSpan most, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = new Process { StartInfo = start };
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        try
        {
            _ = process.Start();
        }
        catch (Win32Exception problem)
        {
            throw GdalTools.Missing(problem.Message);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var overdue = new CancellationTokenSource(most);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, overdue.Token);
        try
        {
            process.WaitForExitAsync(either.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            throw new FileRefusedException("GDAL_TIMEOUT", $"转换超过 {most.TotalMinutes:0} 分钟没有完成，已停止。", "先用 ogr2ogr 转成 GeoPackage，再导入。");
        }

        return (process.ExitCode, output.ToString(), errors.ToString());
    }

    private static void Keep(StringBuilder text, string? line)
    {
        lock (text)
        {
            if (line is not null && text.Length + line.Length < MostOutput) _ = text.Append(line).Append('\n');
        }
    }
}
