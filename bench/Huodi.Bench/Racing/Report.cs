using System.Globalization;

namespace Huodi.Bench.Racing;

/// <summary>Prints standings as a Markdown table.</summary>
internal static class Report
{
    public static void Write(TextWriter to, string title, IReadOnlyList<Standing> standings)
    {
        var peer = standings.FirstOrDefault(s => s.IsPeer);
        to.WriteLine();
        to.WriteLine($"### {title}");
        to.WriteLine();
        to.WriteLine("| contender | rows/s/core | to the peer | bytes a row |");
        to.WriteLine("|---|---:|---:|---:|");
        foreach (var standing in standings)
        {
            var ratio = peer is null ? "" : Text($"{standing.RowsPerSecond / peer.RowsPerSecond:0.00##}");
            to.WriteLine($"| {standing.Name}{(standing.IsPeer ? " (peer)" : "")} | {Rate(standing.RowsPerSecond)} | {ratio} | {(double.IsNaN(standing.BytesPerRow) ? "" : Text($"{standing.BytesPerRow:0.00}"))} |");
        }
    }

    private static string Rate(double rows) => rows >= 1e6 ? Text($"{rows / 1e6:0.00} M") : Text($"{rows / 1e3:0.0} k");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
