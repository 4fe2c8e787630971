using Huodi.Cli;

namespace Huodi.Bench.Land.Imports;

/// <summary>What a user types: <c>huodi import FILE --as parcels</c>, with the checks, the measuring and the mapping of columns.</summary>
internal static class ImportRun
{
    public static Task<int> OnceAsync(string file, string store, CancellationToken cancellation) => HuodiCli.RunAsync(
        ["import", file, "--as", "parcels", "--layer", "parcel", "--store", store], new CliHost(TextWriter.Null, Console.Error, TimeProvider.System), cancellation);
}
