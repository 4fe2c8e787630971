using Huodi.App.Lineage;
using Huodi.Domain.Lineage;

namespace Huodi.Cli.Registers;

/// <summary>Prints changes of parcels.</summary>
internal static class LineageText
{
    public static void Write(TextWriter to, ParcelChange change)
    {
        to.WriteLine($"第 {change.Number} 号变更　{change.Day:yyyy-MM-dd} {LineageWords.Chinese(change.Kind)}　{change.Document}　{change.By}　{change.Reason}");
        foreach (var p in change.Before) to.WriteLine($"  前　{p.Id}　{p.MeasuredArea.SquareMetres:#,0.00} ㎡（注销）");
        foreach (var p in change.After)
        {
            to.WriteLine($"  后　{p.Id}　{p.MeasuredArea.SquareMetres:#,0.00} ㎡");
            if (p.Carried.Count > 0) to.WriteLine($"      承继 {p.Carried.Count} 项：{string.Join("、", p.Carried)}");
            if (p.ToRestate.Count > 0) to.WriteLine($"      须重新填报：{string.Join("、", p.ToRestate)}");
        }

        to.WriteLine($"  面积差　{change.Difference.ToString("+0.00;-0.00;0.00", System.Globalization.CultureInfo.InvariantCulture)} ㎡");
    }
}
