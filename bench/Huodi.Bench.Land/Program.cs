using System.Diagnostics;
using System.Globalization;
using Huodi.Bench.Land.Cities;
using Huodi.Bench.Land.Imports;

// city FILE [parcels]            writes a synthetic city (1,000,000 parcels unless said otherwise)
// import CITY FOLDER [server]    the city into a land database in the folder (and on a PostgreSQL server), against ogr2ogr
// import-once CITY STORE         one import, in a process of its own
switch (args.FirstOrDefault())
{
    case "city" when args.Length >= 2:
        var watch = Stopwatch.StartNew();
        CityFile.Write(args[1], new(args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1_000_000));
        Console.WriteLine($"{args[1]}: {new FileInfo(args[1]).Length / 1048576} MiB, {watch.Elapsed.TotalSeconds:0.0} s");
        return 0;
    case "import" when args.Length >= 3:
        return ImportBench.Run(args[1], args[2], args.ElementAtOrDefault(3));
    case "import-once" when args.Length == 3:
        return await ImportRun.OnceAsync(args[1], args[2], CancellationToken.None);
    default:
        Console.Error.WriteLine("city FILE [parcels] | import CITY FOLDER [server] | import-once CITY STORE");
        return 2;
}
