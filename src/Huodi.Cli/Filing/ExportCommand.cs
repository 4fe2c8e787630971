using System.CommandLine;
using System.Globalization;
using Huodi.App.Filing;
using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Cli.Land;
using Huodi.Cli.Policies;
using Huodi.Cli.Quality;
using Huodi.Domain;
using Huodi.Domain.Codes;
using Huodi.Formats.Filing;
using Huodi.Store.GeoPackage;

namespace Huodi.Cli.Filing;

/// <summary><c>huodi file export</c>: a filed register version, or the parcels of a region, as a package by a delivery schema.</summary>
internal static class ExportCommand
{
    private const int CoordinateDecimals = 4;

    public static Command Create(CliHost host)
    {
        var version = new Option<string?>("--version") { Description = "已归档的台账版本：编号或名称；不写则导出地库现有宗地" };
        var register = new Option<string?>("--register") { Description = "台账，用来核对 --version 属于它" };
        var region = CliOptions.Region();
        var profile = new Option<string>("--profile") { Description = "交付模板：policies/filings 里的名称，或文件", DefaultValueFactory = _ => "low-efficiency" };
        var output = new Option<DirectoryInfo>("--out") { Description = "成果包文件夹，不能已存在", Required = true };
        var store = CliOptions.Store();
        var coordinates = new Option<string?>("--coordinates") { Description = "另写勘测定界界址点坐标 txt：CGCS2000 加带号的坐标系，例如 EPSG:4528" };
        var producer = new Option<string?>("--producer") { Description = "坐标 txt 的数据产生单位" };
        var quality = QualityProfileOption.Create();
        var policies = CliOptions.Policies();
        var command = new Command("export", "按交付模板导出 Shapefile、GeoPackage、xlsx、界址点坐标 txt 和检查报告") { version, register, region, profile, output, coordinates, producer, store, quality, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var folder = parse.GetValue(policies)!;
            var schema = Read(parse.GetValue(profile)!, folder);
            var head = parse.GetValue(coordinates) is { } plane ? CoordinateTextOptions.Read(plane, parse.GetValue(producer), CoordinateDecimals, host) : null;
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var (title, subjects) = await SubjectsAsync(land, parse.GetValue(register), parse.GetValue(version), parse.GetValue(region), cancellation);
            var districts = new Dictionary<string, string>(StringComparer.Ordinal);
            await foreach (var district in land.DistrictsAsync(cancellation)) districts[district.Code.Digits] = district.Name;
            var at = host.Time.GetUtcNow();
            var job = new FilingJob
            {
                Folder = parse.GetValue(output)!.FullName,
                Title = title,
                Profile = schema,
                Subjects = subjects,
                Districts = districts,
                Quality = QualityProfileOption.Read(parse.GetValue(quality)),
                At = at,
                Coordinates = head,
                GeoPackage = (path, p) => new FilingGeoPackage(path, p, at),
            };
            var report = await Guard(() => new Steps(host.Error, host.Time).RunAsync("导出", () => FilingPackage.WriteAsync(job, cancellation)));
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"已导出 {report.Parcels} 块地到 {parse.GetValue(output)!.Name}；检查发现 {report.Findings.Count} 个问题，见“检查报告.md”。"));
            foreach (var (kind, count) in report.Counts) host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind.Code,-24} {count,8}  {kind.Title}"));
            return 0;
        });
        return command;
    }

    /// <summary>Runs what may refuse with a code of the domain.</summary>
    public static async Task<T> Guard<T>(Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (DomainException refused)
        {
            throw new CliException(refused.Code, refused.Message, "");
        }
    }

    private static FilingProfile Read(string name, string policies)
    {
        var path = File.Exists(name) ? name : Path.Combine(policies, "filings", name + ".yaml");
        if (!File.Exists(path)) throw new CliException("FILING_PROFILE", $"没有名为“{name}”的交付模板。", "用 policies/filings 里的名称，或写明文件路径。");
        try
        {
            var units = Path.Combine(policies, "units.yaml");
            return FilingProfileReader.Read(File.ReadAllText(path), File.Exists(units) ? File.ReadAllText(units) : "", PolicyCommands.Load(policies).Dictionary);
        }
        catch (DomainException wrong)
        {
            throw new CliException(wrong.Code, wrong.Message, "");
        }
    }

    private static async Task<(string Title, IAsyncEnumerable<FilingSubject> Subjects)> SubjectsAsync(
        ILandStore land, string? register, string? version, DivisionCode? region, CancellationToken cancellation)
    {
        var where = region ?? DivisionCode.Country;
        if (version is null && register is not null) throw new CliException("FILING_VERSION", "写了 --register，没有写 --version。", "台账只按已归档的版本上报：先归档，再写明版本。");
        if (version is null) return (where == DivisionCode.Country ? "全部宗地" : $"{where} 宗地", land.ParcelsAsync(where, cancellation).Select(FilingSubject.Of));

        var filed = await land.Registers.FindVersionAsync(version, cancellation)
            ?? throw new CliException("FILING_VERSION", $"没有台账版本“{version}”。", "用 huodi register list 查看已归档的版本。");
        if (register is not null && register != filed.Register && register != filed.RegisterName)
            throw new CliException("FILING_VERSION", $"版本“{filed.Name}”属于台账“{filed.RegisterName}”，不是“{register}”。", "核对 --register 和 --version。");
        return (filed.Name, land.Registers.EntriesAsync(filed.Number, cancellation).Where(e => where.Contains(e.Division)).Select(FilingSubject.Of));
    }
}
