using System.Diagnostics;
using System.Globalization;
using Huodi.Bench.Land.Cities;
using Huodi.Bench.Land.Imports;
using Huodi.Bench.Land.Ledgers;
using Huodi.Bench.Land.Races;

// city FILE [parcels]          writes a synthetic city (1,000,000 parcels unless said otherwise)
// area FILE                    ellipsoidal area of every parcel against PostGIS
// validity FILE                validity of every parcel against PostGIS
// overlay FILE [edges]         three control layers against PostGIS; edges: layers that run along parcel edges
// import FILE FOLDER [server]  the city into a land database in the folder (and on a PostgreSQL server), against ogr2ogr
// ledger FOLDER [grants]       the ledger of a city (1,000,000 grants unless said otherwise) on both stores, the daily run and single answers
// ledger-city STORE grants     only makes and loads it; STORE is a file or a server's connection text
// ledger-daily STORE           only the daily run with its warnings
// ledger-readings STORE        only the clocks, and that single subjects read the same
// ledger-parcel STORE          only single answers
// import-kills FILE STORE [n]  kills imports of the city at n random moments (50) and checks the store after each
// import-once FILE STORE       one import, in a process of its own
switch (args.FirstOrDefault())
{
    case "city" when args.Length >= 2:
        var watch = Stopwatch.StartNew();
        CityFile.Write(args[1], new(args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1_000_000));
        Console.WriteLine($"{args[1]}: {new FileInfo(args[1]).Length / 1048576} MiB, {watch.Elapsed.TotalSeconds:0.0} s");
        return 0;
    case "area" when args.Length >= 2:
        return AreaRace.Run(args[1], Console.Out);
    case "validity" when args.Length >= 2:
        return ValidityRace.Run(args[1], Console.Out);
    case "overlay" when args.Length >= 2:
        return OverlayRace.Run(args[1], args.ElementAtOrDefault(2) == "edges", Console.Out);
    case "import" when args.Length >= 3:
        return ImportBench.Run(args[1], args[2], args.ElementAtOrDefault(3));
    case "ledger" when args.Length >= 2:
        return LedgerTable.Run(args[1], int.Parse(args.ElementAtOrDefault(2) ?? "1000000", CultureInfo.InvariantCulture), Console.Out);
    case "ledger-city" when args.Length == 3:
        return await new LedgerRuns(Path.GetFullPath("policies"), Console.Out).CityAsync(args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
    case "ledger-daily" when args.Length == 2:
        return await new LedgerRuns(Path.GetFullPath("policies"), Console.Out).DailyAsync(args[1]);
    case "ledger-readings" when args.Length == 2:
        return await new LedgerRuns(Path.GetFullPath("policies"), Console.Out).ReadingsAsync(args[1]);
    case "ledger-parcel" when args.Length == 2:
        return await new LedgerRuns(Path.GetFullPath("policies"), Console.Out).ParcelAsync(args[1]);
    case "import-once" when args.Length == 3:
        return await ImportRun.OnceAsync(args[1], args[2], CancellationToken.None);
    case "import-kills" when args.Length >= 3:
        return await ImportKills.RunAsync(args[1], args[2], args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 50);
    default:
        Console.Error.WriteLine(
            "city FILE [parcels] | area FILE | validity FILE | overlay FILE [edges] | import FILE FOLDER [server] | import-kills FILE STORE [n] | ledger FOLDER [grants]");
        return 2;
}
