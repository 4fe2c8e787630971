using System.CommandLine;
using System.Globalization;
using Huodi.App.Overlays;
using Huodi.Cli.Land;
using Huodi.Cli.Policies;
using Huodi.Formats.Files;
using Huodi.Formats.Overlays;

namespace Huodi.Cli.Overlays;

/// <summary><c>huodi control add</c> and <c>huodi control list</c>: the control layers that parcels are measured against.</summary>
internal static class ControlCommands
{
    public static Command Create(CliHost host) => new("control", "控制线图层：永久基本农田、生态保护红线、城镇开发边界、规划用途、站点等") { Add(host), List(host) };

    private static Command Add(CliHost host)
    {
        var file = new Argument<FileInfo>("文件") { Description = "控制线图层的文件" };
        var name = new Option<string>("--name") { Description = "图层名称，例如 永久基本农田；同名再导入为新的一版", Required = true };
        var layer = new Option<string?>("--layer") { Description = "文件里的图层；只有一个时不必写" };
        var crs = new Option<string?>("--crs") { Description = "坐标系，例如 EPSG:4528；默认按文件" };
        var within = new Option<string?>("--within") { Description = "取图形周围多少米之内：米数，或法规参数名，例如 站点优先距离" };
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("add", "导入一个控制线图层，成为新的一版；整个导入或者不导入") { file, name, layer, crs, within, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var path = parse.GetValue(file)!; // an argument is required
            if (!path.Exists) throw new CliException("IMPORT_FILE", $"找不到文件 {path.FullName}。", "检查路径。");
            var (metres, note) = Within(parse.GetValue(within), parse.GetValue(policies)!, host);
            await using var land = await StoreOpener.OpenAsync(parse.GetValue(store)!, host.Time, cancellation);
            var districts = await ImportCommands.DistrictsAsync(land, cancellation);
            try
            {
                using var source = ControlLayerFile.Open(path.FullName, parse.GetValue(layer), parse.GetValue(crs), metres, districts, cancellation);
                var draft = new ControlLayerVersion(0, parse.GetValue(name)!, 0, source.File, source.Hash(), host.Time.GetUtcNow(), 0, note);
                var saved = await new Steps(host.Error, host.Time).RunAsync(
                    "入库", () => land.ControlLayers.SaveAsync(draft, source.Shapes(cancellation), cancellation));
                host.Out.WriteLine($"{saved}：{saved.Shapes} 个图形，坐标系 {source.System}{(note.Length > 0 ? $"，{note}" : "")}。");
                if (source.Repaired > 0) host.Out.WriteLine($"  提示 CONTROL_REPAIRED：{source.Repaired} 个图形自相交，已按围成的范围改正；请提供者核对。");
                return 0;
            }
            catch (FileRefusedException refused)
            {
                throw new CliException(refused.Diagnostic.Code, refused.Message, refused.Diagnostic.Suggestion);
            }
        });
        return command;
    }

    private static Command List(CliHost host)
    {
        var store = CliOptions.Store();
        var command = new Command("list", "列出控制线图层的各版") { store };
        command.SetAction(async (parse, cancellation) =>
        {
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            await foreach (var layer in land.ControlLayers.LayersAsync(cancellation))
            {
                host.Out.WriteLine($"{layer}　{layer.Shapes} 个图形　{layer.ImportedAt:yyyy-MM-dd HH:mm} UTC　{layer.File}{(layer.Note.Length > 0 ? $"　{layer.Note}" : "")}");
            }

            return 0;
        });
        return command;
    }

    /// <summary>The distance in metres: a number, or the figure of a parameter of the law in force today, which then stands in the note.</summary>
    private static (double? Metres, string Note) Within(string? text, string policies, CliHost host)
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
