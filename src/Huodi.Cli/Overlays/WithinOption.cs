using System.CommandLine;
using System.Globalization;
using Huodi.Cli.Policies;

namespace Huodi.Cli.Overlays;

/// <summary><c>--within</c>: how far round its shapes a control layer reaches.</summary>
internal static class WithinOption
{
    public static Option<string?> Create() => new("--within") { Description = "控制线：取图形周围多少米之内：米数，或法规参数名，例如 站点优先距离" };

    /// <summary>The distance in metres: a number, or the figure of a parameter of the law in force today, which then stands in the note.</summary>
    public static (double? Metres, string Note) Read(string? text, string policies, CliHost host)
    {
        if (text is null) return (null, "");
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var metres))
        {
            return metres > 0 ? (metres, $"周围 {text} 米之内") : throw new CliException("WITHIN", $"--within 的距离“{text}”应大于 0。", "写米数，例如 --within 500。");
        }

        var today = host.Today;
        var found = PolicyCommands.Load(policies).Packages
            .SelectMany(p => p.Parameters.Where(q => q.Name == text && q.Unit == "米").Select(q => (Package: p, Value: q.Values.LastOrDefault(v => v.Key <= today).Value)))
            .Where(f => f.Value is not null).ToList();
        return found.Count switch
        {
            0 => throw new CliException("WITHIN", $"“{text}”不是米数，现行法规里也没有这个以米计的参数，或者它还没有数值。", "写米数，或法规参数名，例如 --within 站点优先距离。"),
            1 => (double.Parse(found[0].Value, CultureInfo.InvariantCulture), $"周围 {found[0].Value} 米之内（{found[0].Package.Id} 的参数“{text}”）"),
            _ => throw new CliException("WITHIN", $"有 {found.Count} 个法规都有参数“{text}”：{string.Join('、', found.Select(f => $"{f.Package.Id} {f.Value} 米"))}。", "直接写米数。"),
        };
    }
}
