using System.Diagnostics;
using System.Text.Json.Nodes;
using Huodi.Bench.Racing;

namespace Huodi.Bench.Decisions;

/// <summary>The npm engine feelin on the same expression and rows, in a node process; skipped where node or its packages are not there.</summary>
internal static class FeelinPeer
{
    private const int Rows = 64;
    private const double Seconds = 2;

    /// <summary>Its rate, after its results were found equal to 12 digits (it counts in floating point); null, with the reason said, without it.</summary>
    public static Standing? Run(SimpleDecision decision, TextWriter to)
    {
        if (Folder() is not { } folder)
        {
            to.WriteLine("feelin: skipped; run `npm ci` in bench/peers first.");
            return null;
        }

        try
        {
            var answer = Ask(folder, decision);
            for (var i = 0; i < Rows; i++)
            {
                var expected = decision.Delays[i] > 365 ? decision.Prices[i] * 0.2m : decision.Prices[i] * 0.0002m * decision.Delays[i];
                var given = answer["results"]![i]!.GetValue<double>(); // the script gives a number a row
                if (Math.Abs(given - (double)expected) > 1e-12 * (double)expected) throw new InvalidOperationException($"feelin gives {given} for {expected}.");
            }

            return new Standing("npm feelin, one evaluate() a row", answer["evaluations"]!.GetValue<double>() / answer["seconds"]!.GetValue<double>(), double.NaN, false);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            to.WriteLine("feelin: skipped; there is no node on the PATH.");
            return null;
        }
    }

    private static JsonNode Ask(string folder, SimpleDecision decision)
    {
        var rows = new JsonArray([.. Enumerable.Range(0, Rows).Select(i => new JsonObject
        {
            ["出让价款总额"] = decision.Prices[i],
            ["净违约天数"] = decision.Delays[i],
        })]);
        var question = new JsonObject { ["expression"] = SimpleDecision.Text, ["rows"] = rows, ["seconds"] = Seconds };
        using var node = Process.Start(new ProcessStartInfo("node", "feelin.mjs")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!; // a new process is always given
        node.StandardInput.Write(question.ToJsonString());
        node.StandardInput.Close();
        var text = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return node.ExitCode == 0 ? JsonNode.Parse(text)! : throw new InvalidOperationException("feelin.mjs failed.");
    }

    private static string? Folder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "bench", "peers");
            if (Directory.Exists(folder)) return Directory.Exists(Path.Combine(folder, "node_modules", "feelin")) ? folder : null;
        }

        return null;
    }
}
