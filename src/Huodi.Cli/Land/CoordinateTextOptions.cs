using Huodi.Domain.Geodesy;
using Huodi.Formats.Sources.CoordinateText;

namespace Huodi.Cli.Land;

/// <summary>The head of a coordinate txt from what the user states.</summary>
internal static class CoordinateTextOptions
{
    /// <exception cref="CliException">TXT_CRS or TXT_DECIMALS.</exception>
    public static CoordinateTextHeader Read(string crs, string? producer, int decimals, CliHost host)
    {
        var system = StatedCoordinateSystem.Read(crs).System;
        if (system is null || !CoordinateTextHeader.CanState(system))
            throw new CliException("TXT_CRS", $"坐标系“{crs}”不能写进这种文件。", "用 CGCS2000 加带号的 3 度带（EPSG:4513–4533）或 6 度带（EPSG:4491–4501）。");
        if (decimals is < 0 or > 6) throw new CliException("TXT_DECIMALS", "--decimals 应在 0 到 6 之间。", "勘测定界成果一般 3 或 4 位。");
        return new(producer ?? "", host.Today, system, decimals);
    }
}
