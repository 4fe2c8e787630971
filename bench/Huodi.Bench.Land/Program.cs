using System.Diagnostics;
using System.Globalization;
using Huodi.Bench.Land.Cities;

// city FILE [parcels]   writes a synthetic city (1,000,000 parcels unless said otherwise)
switch (args.FirstOrDefault())
{
    case "city" when args.Length >= 2:
        var watch = Stopwatch.StartNew();
        CityFile.Write(args[1], new(args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1_000_000));
        Console.WriteLine($"{args[1]}: {new FileInfo(args[1]).Length / 1048576} MiB, {watch.Elapsed.TotalSeconds:0.0} s");
        return 0;
    default:
        Console.Error.WriteLine("city FILE [parcels]");
        return 2;
}
