using System.CommandLine;
using Huodi.App.Lineage;
using Huodi.App.Stores;
using Huodi.Cli.Land;
using Huodi.Cli.Policies;
using Huodi.Domain.Lineage;
using Huodi.Domain.Parcels;
using Huodi.Formats.Imports;
using Huodi.Policies.Facts;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi parcel …</c></summary>
internal static class ParcelCommands
{
    public static Command Create(CliHost host) => new("parcel", "宗地：分割、合并、界址变更、更正事实、来龙去脉")
    {
        Change(host, ParcelChangeKind.Split),
        Change(host, ParcelChangeKind.Merge),
        Change(host, ParcelChangeKind.Reshape),
        CorrectCommand.Create(host),
        LineageCommand.Create(host),
    };

    private static Command Change(CliHost host, ParcelChangeKind kind)
    {
        var before = new Argument<string[]>("宗地") { Description = "变更前的宗地编号", Arity = ArgumentArity.OneOrMore };
        var file = new Option<FileInfo>("--file") { Description = "变更后的图形（每个要素写新的宗地代码和另行填报的事实）", Required = true };
        var (by, document, reason, day) = Grounds();
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command(LineageWords.Code(kind), $"{LineageWords.Chinese(kind)}：旧宗地注销而不删除，新宗地用新编号，面积须平")
        {
            before, file, by, document, reason, day, store, policies,
        };
        command.SetAction(async (parse, cancellation) =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var (after, source) = await ReadAsync(parse.GetValue(file)!, host, land, library.Dictionary, cancellation);
            var request = new ChangeRequest(
                kind,
                parse.GetValue(before)!,
                after,
                parse.GetValue(day) ?? host.Today,
                FindingCommand.Filled(parse.GetValue(by)!, "--by"),
                FindingCommand.Filled(parse.GetValue(document)!, "--document"),
                FindingCommand.Filled(parse.GetValue(reason)!, "--reason"),
                source);
            LineageText.Write(host.Out, await new ChangeParcels(land, library, host.Time).ChangeAsync(request, cancellation));
            return 0;
        });
        return command;
    }

    /// <summary>Who, which document, why and when: what every change of parcels names.</summary>
    public static (Option<string> By, Option<string> Document, Option<string> Reason, Option<DateOnly?> Day) Grounds() => (
        new("--by") { Description = "经办人或机关", Required = true },
        new("--document") { Description = "依据的文书", Required = true },
        new("--reason") { Description = "理由", Required = true },
        CliOptions.AsOf("--date", "生效日期；默认今天"));

    private static async Task<(IReadOnlyList<Parcel> After, ChangeSource Source)> ReadAsync(
        FileInfo file, CliHost host, ILandStore land, FactDictionary dictionary, CancellationToken cancellation)
    {
        var job = await LandFile.JobAsync(file, host, land, dictionary, cancellation);
        var read = await LandFile.ReadAsync(() => ParcelFile.ReadAsync(job, "parcels", null, cancellation));
        if (read.Refused is [var bad, ..])
        {
            throw new CliException(
                "CHANGE_FILE", $"{file.Name} 第 {bad.Row} 个要素：{string.Join("；", bad.Diagnostics.Select(d => d.Message))}。没有保存。", "变更文件的每个要素都须正确；改正后再来。");
        }

        return (read.Good, new(job.File, read.Hash));
    }
}
