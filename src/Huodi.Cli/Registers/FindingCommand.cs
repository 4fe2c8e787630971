using System.CommandLine;
using Huodi.App.Lineage;
using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Cli.Land;
using Huodi.Cli.Policies;
using Huodi.Domain.Codes;
using Huodi.Domain.Registers;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi register enter</c> and <c>exclude</c>: a finding with its document.</summary>
internal static class FindingCommand
{
    public static Command Create(CliHost host, FindingAct act)
    {
        var register = RegisterCommands.Register();
        var id = new Argument<string>("编号") { Description = "宗地编号、电子监管号或批准文号" };
        var by = new Option<string>("--by") { Description = "作出认定的机关或人", Required = true };
        var document = new Option<string>("--document") { Description = "文书，如认定书文号", Required = true };
        var reason = new Option<string>("--reason") { Description = "理由", Required = true };
        var day = CliOptions.AsOf("--date", "文书日期；默认今天");
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command(act == FindingAct.Enter ? "enter" : "exclude", act == FindingAct.Enter ? "记录认定：列入台账" : "记录排除：不列入，或移出")
        {
            register, id, by, document, reason, day, store, policies,
        };
        command.SetAction(async (parse, cancellation) =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            var definition = RegisterCommands.Find(library, parse.GetValue(register)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var finding = new RegisterFinding
            {
                Register = definition.Id,
                Subject = await SubjectAsync(land, parse.GetValue(id)!, cancellation),
                Id = parse.GetValue(id)!,
                Act = act,
                Day = parse.GetValue(day) ?? host.Today,
                RecordedAt = host.Time.GetUtcNow(),
                By = Filled(parse.GetValue(by)!, "--by"),
                Document = Filled(parse.GetValue(document)!, "--document"),
                Reason = Filled(parse.GetValue(reason)!, "--reason"),
            };
            var saved = await land.Registers.SaveFindingAsync(finding, cancellation);
            host.Out.WriteLine($"第 {saved.Number} 号认定：{definition.Name} {RegisterWords.Chinese(act)} {RegisterWords.Chinese(saved.Subject)} {saved.Id}（{saved.Document}）");
            return 0;
        });
        return command;
    }

    /// <summary>The text, when it says something.</summary>
    /// <exception cref="CliException">OPTION_BLANK.</exception>
    public static string Filled(string text, string option) =>
        text.Trim().Length > 0 ? text.Trim() : throw new CliException("OPTION_BLANK", $"{option} 是空的。", "写明内容；没有文书和理由的不能记录。");

    private static async Task<RegisterSubject> SubjectAsync(ILandStore land, string id, CancellationToken cancellation)
    {
        if (await land.FindParcelAsync(id, cancellation) is { } parcel) return parcel.RetiredBy is null ? RegisterSubject.Parcel : throw LineageWords.Gone(id);
        if (await land.FindGrantAsync(id, cancellation) is not null) return RegisterSubject.Grant;
        if (await land.Approvals.BatchesAsync(DivisionCode.Country, cancellation).AnyAsync(b => id == b.Number || id.StartsWith(b.Number + "#", StringComparison.Ordinal), cancellation))
            return RegisterSubject.ApprovalBatch;
        throw new CliException("SUBJECT_UNKNOWN", $"地库里没有编号为“{id}”的宗地、供地结果或批次。", "核对编号。");
    }
}
