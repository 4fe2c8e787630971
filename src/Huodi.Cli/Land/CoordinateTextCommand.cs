using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Parcels;
using Huodi.Formats.Files;
using Huodi.Formats.Sources.CoordinateText;

namespace Huodi.Cli.Land;

/// <summary><c>huodi coordinate-txt FILE --crs EPSG:4528</c>: parcels in the ministry's exchange format for boundary points.</summary>
internal static class CoordinateTextCommand
{
    public static Command Create(CliHost host)
    {
        var file = new Argument<FileInfo>("文件") { Description = "写到哪个文件（.txt）" };
        var crs = new Option<string>("--crs") { Description = "CGCS2000 高斯投影、东坐标前加带号的坐标系，例如 EPSG:4528", Required = true };
        var producer = new Option<string>("--producer") { Description = "数据产生单位", DefaultValueFactory = _ => "" };
        var decimals = new Option<int>("--decimals") { Description = "坐标的小数位数", DefaultValueFactory = _ => 4 };
        var parcels = new Option<string[]>("--parcel") { Description = "宗地编号，可写几个；不写则为区域内全部", AllowMultipleArgumentsPerToken = true };
        var region = CliOptions.Region();
        var store = CliOptions.Store();
        var command = new Command("coordinate-txt", "把宗地写成勘测定界界址点坐标 txt") { file, crs, producer, decimals, parcels, region, store };
        command.SetAction(async (parse, cancellation) =>
        {
            var header = CoordinateTextOptions.Read(parse.GetValue(crs)!, parse.GetValue(producer), parse.GetValue(decimals), host); // required
            await using var land = await StoreOpener.OpenExistingAsync(parse.GetValue(store)!, host.Time, cancellation); // has a default
            var count = 0;
            var target = parse.GetValue(file)!; // required
            await WholeFile.WriteAsync(target.FullName, new UTF8Encoding(false), w => CoordinateTextWriter.WriteAsync(w, header, PlotsAsync(cancellation), cancellation), cancellation);
            host.Out.WriteLine($"写出 {count} 宗地：{target.Name}（{header.System}）");
            return 0;

            async IAsyncEnumerable<CoordinatePlot> PlotsAsync([EnumeratorCancellation] CancellationToken stop)
            {
                await foreach (var parcel in WantedAsync(land, parse.GetValue(parcels) ?? [], parse.GetValue(region) ?? DivisionCode.Country, stop))
                {
                    count++;
                    yield return CoordinatePlot.Of(parcel.Id, parcel.Name, parcel.Facts, parcel.Shape, header.System);
                }
            }
        });
        return command;
    }

    private static async IAsyncEnumerable<Parcel> WantedAsync(ILandStore land, string[] ids, DivisionCode region, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (ids.Length == 0)
        {
            await foreach (var parcel in land.ParcelsAsync(region, cancellation)) yield return parcel;
            yield break;
        }

        foreach (var id in ids) yield return await land.FindParcelAsync(id, cancellation) ?? throw new CliException("PARCEL_UNKNOWN", $"地库里没有宗地 {id}。", "核对编号。");
    }
}
