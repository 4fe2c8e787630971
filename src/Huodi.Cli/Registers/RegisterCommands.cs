using System.CommandLine;
using Huodi.App.Assessments;
using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Policies;
using Huodi.Policies.Registers;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi register …</c></summary>
internal static class RegisterCommands
{
    public static Command Create(CliHost host) => new("register", "台账：起草、备案、查看、比较、导出、认定和排除")
    {
        ListCommand.Create(host),
        DraftCommand.Create(host),
        FileCommand.Create(host),
        ShowCommand.Create(host),
        DiffCommand.Create(host),
        ExportCommand.Create(host),
        ApprovalsCommand.Create(host),
        FindingCommand.Create(host, Domain.Registers.FindingAct.Enter),
        FindingCommand.Create(host, Domain.Registers.FindingAct.Exclude),
    };

    public static Argument<string> Register() => new("台账") { Description = "台账的编号或名称，如 low-efficiency 或 低效用地" };

    public static Argument<string> Version(string name) => new(name) { Description = "版本的编号或名称" };

    public static Option<string> Run() => new("--run") { Description = "疑似所依的评估编号；默认最新一次覆盖该地区的评估，none 表示不用评估", DefaultValueFactory = _ => "" };

    /// <summary>The register of that id or name.</summary>
    /// <exception cref="CliException">REGISTER_UNKNOWN.</exception>
    public static RegisterDefinition Find(PolicyLibrary library, string idOrName) =>
        library.Registers.FirstOrDefault(r => r.Id == idOrName || r.Name == idOrName)
        ?? throw new CliException(
            "REGISTER_UNKNOWN", $"没有台账“{idOrName}”。", $"可用：{string.Join("、", library.Registers.Select(r => $"{r.Id}（{r.Name}）"))}。");

    /// <summary>The filed version of that number or name.</summary>
    /// <exception cref="CliException">VERSION_UNKNOWN.</exception>
    public static async Task<RegisterVersion> FindAsync(ILandStore land, string numberOrName, CancellationToken cancellation) =>
        await land.Registers.FindVersionAsync(numberOrName, cancellation)
        ?? throw new CliException("VERSION_UNKNOWN", $"没有备案过版本“{numberOrName}”。", "用 huodi register list 看有哪些版本。");

    /// <summary>What is to be drafted.</summary>
    /// <exception cref="CliException">RUN_UNKNOWN, RUN_REGION.</exception>
    public static async Task<RegisterScope> ScopeAsync(
        ILandStore land, RegisterDefinition register, DivisionCode region, DateOnly asOf, string run, CancellationToken cancellation)
    {
        var runs = await land.RunsAsync(cancellation).ToListAsync(cancellation);
        if (run == "none") return new(register, region, asOf, null);
        if (run.Length == 0) return new(register, region, asOf, runs.Find(r => r.Region.Contains(region)));
        var found = runs.Find(r => r.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == run)
            ?? throw new CliException("RUN_UNKNOWN", $"没有编号为 {run} 的评估。", "用 huodi assess 评估，或省去 --run。");
        return found.Region.Contains(region)
            ? new(register, region, asOf, found)
            : throw new CliException("RUN_REGION", $"第 {run} 次评估只覆盖 {found.Region}，不覆盖 {region}。", "另选评估，或用 --region 缩小范围。");
    }

    /// <summary>The name of a region: a district's own, else the city's.</summary>
    public static async Task<string> RegionNameAsync(ILandStore land, DivisionCode region, CancellationToken cancellation) =>
        region.IsCity || region.IsProvince || region == DivisionCode.Country
            ? CityNames.Of(region)
            : (await land.DistrictsAsync(cancellation).FirstOrDefaultAsync(d => d.Code == region, cancellation))?.Name ?? CityNames.Of(region);

    /// <summary>An assessment in one line.</summary>
    public static string Words(AssessmentRun? run) => run is null ? "没有用评估：疑似只按已记录的事实" : $"第 {run.Number} 次评估（截至 {run.AsOf:yyyy-MM-dd}）";
}
