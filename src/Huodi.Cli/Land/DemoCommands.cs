using System.CommandLine;
using Huodi.App.Demo;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Codes;

namespace Huodi.Cli.Land;

/// <summary><c>huodi demo generate</c>: labelled parcels inside real districts, for showing and measuring.</summary>
internal static class DemoCommands
{
    private const string SampleCity = "340100";

    public static Command Create(CliHost host)
    {
        var parcels = new Option<int>("--parcels") { Description = "宗数", DefaultValueFactory = _ => 500 };
        var seed = new Option<ulong>("--seed") { Description = "种子；同样的种子和宗数生成同样的地块", DefaultValueFactory = _ => 1 };
        var region = CliOptions.Region();
        var asOf = CliOptions.AsOf("--as-of", "生成的日期以哪一日为今天；默认今天");
        var store = CliOptions.Store();
        var generate = new Command("generate", "生成演示地块（处处标明是生成的）") { parcels, seed, region, asOf, store };
        generate.SetAction(async (parse, cancellation) =>
        {
            if (parse.GetValue(parcels) < 1) throw new CliException("DEMO_COUNT", "--parcels 须大于 0。", "例如 --parcels 500。");
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation);
            var city = parse.GetValue(region) ?? DivisionCode.Parse(SampleCity);
            var report = await GenerateAsync(host, land, city, parse.GetValue(parcels), parse.GetValue(seed), parse.GetValue(asOf) ?? host.Today, cancellation);
            ImportText.Write(host.Out, report, verbose: false);
            return 0;
        });
        return new("demo", "演示数据") { generate };
    }

    public static async Task<ImportReport> GenerateAsync(CliHost host, ILandStore land, DivisionCode region, int count, ulong seed, DateOnly today, CancellationToken cancellation)
    {
        var districts = (await ImportCommands.DistrictsAsync(land, cancellation)).Where(d => region.Contains(d.Code)).ToList();
        if (districts.Count == 0) throw new CliException("DEMO_DISTRICTS", $"地库里没有 {region} 的区县边界。", "先用 huodi import 边界.geojson --as districts 导入。");
        return await new Steps(host.Error, host.Time).RunAsync("生成演示地块", () =>
        {
            var batch = new ImportBatch
            {
                File = DemoParcels.SourceFile,
                FileHash = "",
                Layer = "parcels",
                ImportedAt = host.Time.GetUtcNow(),
                Parcels = [.. DemoParcels.Generate(districts, count, seed, today)],
            };
            return land.SaveAsync(batch, cancellation);
        });
    }
}
