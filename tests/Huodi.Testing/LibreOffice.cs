using System.Diagnostics;

namespace Huodi.Testing;

/// <summary>LibreOffice and poppler, with which tests look at a letter as an official sees it. Tests that need them are skipped by name where they are missing.</summary>
public static class LibreOffice
{
    public const string Needed = "需要 LibreOffice 与 pdftotext：apt-get install libreoffice-writer-nogui poppler-utils";

    /// <summary>Whether both are on the path.</summary>
    public static bool IsHere { get; } = IsOnPath("soffice") && IsOnPath("pdftotext");

    /// <summary>Renders a .docx beside itself; the path of the PDF.</summary>
    public static async Task<string> ToPdfAsync(string docx, CancellationToken cancellation)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(docx))!; // A file has a folder.
        _ = await RunAsync("soffice", cancellation, $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, docx);
        return Path.ChangeExtension(Path.GetFullPath(docx), ".pdf");
    }

    /// <summary>The words of a PDF without any white space, in reading order.</summary>
    public static async Task<string> WordsAsync(string pdf, CancellationToken cancellation) =>
        string.Concat((await RunAsync("pdftotext", cancellation, "-raw", pdf, "-")).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Runs a program to its end; its output.</summary>
    public static async Task<string> RunAsync(string program, CancellationToken cancellation, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var error = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program}: {await error}");
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, program)));
}
