using System.CommandLine;
using Huodi.App.Registers;
using Huodi.Cli.Land;
using Huodi.Cli.Policies;
using Huodi.Domain.Codes;

namespace Huodi.Cli.Registers;

/// <summary><c>huodi register file</c>: freezes the register as it is now under a name.</summary>
internal static class FileCommand
{
    public static Command Create(CliHost host)
    {
        var register = RegisterCommands.Register();
        var region = CliOptions.Region();
        var run = RegisterCommands.Run();
        var asOf = CliOptions.AsOf("--as-of", "台账所依之日；默认今天");
        var by = new Option<string>("--by") { Description = "备案人", Required = true };
        var document = new Option<string>("--document") { Description = "备案文书，如报备函文号", DefaultValueFactory = _ => "" };
        var name = new Option<string?>("--name") { Description = "版本名称；默认如“合肥市低效用地 2026年第1版”" };
        var digest = new Option<string?>("--digest") { Description = "看过的草稿的指纹；内容有变就不备案" };
        var incomplete = new Option<bool>("--allow-incomplete") { Description = "认定的行缺必填项也备案，缺项数记入版本" };
        var store = CliOptions.Store();
        var policies = CliOptions.Policies();
        var command = new Command("file", "备案：把现在的台账定格成一个版本，此后不再改变") { register, region, run, asOf, by, document, name, digest, incomplete, store, policies };
        command.SetAction(async (parse, cancellation) =>
        {
            var library = PolicyCommands.Load(parse.GetValue(policies)!);
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var scope = await RegisterCommands.ScopeAsync(
                land,
                RegisterCommands.Find(library, parse.GetValue(register)!),
                parse.GetValue(region) ?? DivisionCode.Country,
                parse.GetValue(asOf) ?? host.Today,
                parse.GetValue(run)!,
                cancellation);
            var request = new FilingRequest(
                await RegisterCommands.RegionNameAsync(land, scope.Region, cancellation), parse.GetValue(by)!, parse.GetValue(document)!)
            {
                Name = parse.GetValue(name),
                Digest = parse.GetValue(digest),
                AllowsIncomplete = parse.GetValue(incomplete),
            };
            var filed = await new Steps(host.Error, host.Time).RunAsync("备案", () => new FileRegister(land, host.Time).FileAsync(scope, request, cancellation));
            RegisterText.Write(host.Out, filed);
            host.Out.WriteLine($"认定 {filed.Entered}，疑似 {filed.Suspected}{(filed.Incomplete > 0 ? $"，认定缺项 {filed.Incomplete}" : "")}。请另处保存上面的哈希，日后可以核对。");
            return 0;
        });
        return command;
    }
}
