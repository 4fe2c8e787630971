using System.CommandLine;
using Huodi.App.Laboratory;
using Huodi.Cli.Land;
using Huodi.Formats.Laboratory;
using Huodi.Policies.Evaluation;
using Huodi.Store.GeoPackage;

namespace Huodi.Cli.Policies;

/// <summary><c>huodi policy diff A B --on STORE</c>: the policy laboratory. Which parcels and grants another law would answer otherwise, and for how much money.</summary>
internal static class DiffCommand
{
    public static Command Create(CliHost host)
    {
        var a = new Argument<string>("甲") { Description = "法规编号；或一份法规的目录（旧版本、拟议版本，或设定待定参数的文件）；或另一个法规目录" };
        var b = new Argument<string?>("乙") { Description = "同上；不写则为甲加上 --set 的假设。编号相同的按决策编号对照，不同城市的按议题对照", Arity = ArgumentArity.ZeroOrOne };
        var on = new Option<string>("--on") { Description = "地库文件（GeoPackage），或 PostgreSQL 连接串", Required = true };
        var asOf = CliOptions.AsOf("--as-of", "提问之日");
        asOf.Required = true;
        var lawAsOf = CliOptions.AsOf("--law-as-of", "适用哪一日的法；不写则由法律事实之日和有效期决定");
        var region = CliOptions.Region();
        region.Description = "只看这个行政区划的土地，六位；默认是甲、乙管到的土地";
        var set = new Option<string[]>("--set") { Description = "乙方假设一个参数的值，写成 参数名=值，可多次给出，例如 --set 违约金日费率=0.0003" };
        var hypothetical = new Option<bool>("--hypothetical") { Description = "不在施行期的法规也计算" };
        var csv = new Option<FileInfo?>("--csv") { Description = "把逐项改变写成 CSV" };
        var gpkg = new Option<FileInfo?>("--gpkg") { Description = "把答案改变的宗地写成 GeoPackage，可在 QGIS 中打开" };
        var policies = CliOptions.Policies();
        var command = new Command("diff", "政策实验室：两个版本、两座城市，或改一个参数，全库哪些宗地的答案会变、金额差多少")
        {
            a, b, on, asOf, lawAsOf, region, set, hypothetical, csv, gpkg, policies,
        };
        command.SetAction(async (parse, cancellation) =>
        {
            var (first, second) = DiffSides.Resolve(parse.GetValue(policies)!, parse.GetValue(a)!, parse.GetValue(b), parse.GetValue(set) ?? []);
            var comparison = PolicyComparison.Of(first, second);
            if (comparison.Pairs.Count == 0)
                throw new CliException("DIFF_NOTHING", $"“{first.Name}”和“{second.Name}”没有可以对照的决策。", "不同文件按“议题”对照；在两边相应的决策里写上同样的议题。");
            var question = new Question(parse.GetValue(asOf)!.Value, parse.GetValue(lawAsOf), parse.GetValue(hypothetical));
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(on)!, host.Time, cancellation);
            var compare = new ComparePolicies(land, comparison, question);
            var compared = 0;
            await new Steps(host.Error, host.Time).RunAsync("比较", WriteAsync, () => $"已比较 {compared} 个");
            DiffText.Write(host.Out, comparison, question.AsOf, compare.Summary);
            foreach (var file in new[] { parse.GetValue(csv), parse.GetValue(gpkg) }.OfType<FileInfo>()) host.Out.WriteLine($"已写 {file.FullName}");
            return 0;

            async Task<int> WriteAsync()
            {
                var subjects = compare.RunAsync(parse.GetValue(region), new Counter(n => compared = n), cancellation);
                if (parse.GetValue(csv) is { } table) await DifferenceCsv.WriteAsync(table.FullName, subjects, MapAsync, cancellation);
                else await MapAsync(subjects);
                return 0;
            }

            async Task MapAsync(IAsyncEnumerable<SubjectDifference> subjects)
            {
                if (parse.GetValue(gpkg) is { } map) await LaboratoryGeoPackage.WriteAsync(map.FullName, comparison, question, host.Time.GetUtcNow(), subjects, cancellation);
                else await foreach (var _ in subjects.WithCancellation(cancellation)) { }
            }
        });
        return command;
    }

    private sealed class Counter(Action<int> set) : IProgress<int>
    {
        public void Report(int value) => set(value);
    }
}
