using System.Text.Json.Nodes;
using System.Threading.Channels;
using Huodi.App.Imports;
using Huodi.App.Stores;
using Huodi.Domain.Codes;
using Huodi.Domain.Facts;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Parcels;
using Huodi.Domain.Quality;
using Huodi.Formats.Sources;
using Huodi.Store.GeoPackage;
using Huodi.Store.Postgres;

namespace Huodi.Bench.Land.Imports;

/// <summary>Reads a city, checks and measures every parcel, and streams it into a store: in a process of its own, so that its memory is its own.</summary>
internal static class ImportRun
{
    private const int ChunkSize = 2048;

    /// <summary>The columns a land office has facts for, and the facts.</summary>
    private static readonly (string Column, string Fact)[] Mapped =
    [
        ("DLBM", "地类编码"), ("DLMC", "地类名称"), ("QSXZ", "权属性质"), ("QLR", "权利人"), ("ZL", "坐落"),
        ("ZDMJ", "宗地面积"), ("RJL", "容积率"), ("JZMD", "建筑密度"),
    ];

    public static async Task<int> OnceAsync(string file, string store, CancellationToken cancellation)
    {
        await using ILandStore land = store.Contains('=', StringComparison.Ordinal)
            ? await PostgresStore.OpenAsync(store, TimeProvider.System, cancellation)
            : await GeoPackageStore.OpenAsync(store, TimeProvider.System, cancellation);
        await using var session = await land.BeginImportAsync(
            new ImportHeader(Path.GetFileName(file), "", "parcels", TimeProvider.System.GetUtcNow(), []), cancellation);
        using var source = FeatureSources.Open(file, SourceOptions.Default with { Layer = "parcel" }, cancellation);
        var columns = new Columns(source);

        var queue = Channel.CreateBounded<Task<List<Parcel>>>(Environment.ProcessorCount * 2);
        var reading = Task.Run(() => ReadAsync(source, columns, Path.GetFileName(file), queue.Writer, cancellation), cancellation);
        await foreach (var chunk in queue.Reader.ReadAllAsync(cancellation)) await session.AddAsync(await chunk, null, cancellation);
        await reading;
        var report = await session.CommitAsync(cancellation);
        Console.WriteLine($"added {report.Added}");
        return 0;
    }

    private static async Task ReadAsync(
        IFeatureSource source, Columns columns, string file, ChannelWriter<Task<List<Parcel>>> queue, CancellationToken cancellation)
    {
        try
        {
            foreach (var chunk in source.Read(cancellation).Chunk(ChunkSize))
            {
                await queue.WriteAsync(Task.Run(() => chunk.Select(f => Parcel(f, columns, file)).ToList(), cancellation), cancellation);
            }

            queue.Complete();
        }
        catch (Exception e)
        {
            queue.Complete(e);
        }
    }

    private static Parcel Parcel(SourceFeature row, Columns columns, string file)
    {
        var shape = row.Shape ?? throw new InvalidDataException($"Row {row.Row} has no shape.");
        if (GeometryCheck.Default.Check(shape).Count > 0) throw new InvalidDataException($"Row {row.Row} is not sound.");
        var facts = new FactSheet(columns.Facts.Where(f => !row.Cells[f.At].IsNull).Select(f => new RecordedFact(
            f.Fact, Value(row.Cells[f.At]), new FactSource(0, file, row.Row, f.Column))));
        var id = row.Cells[columns.Id].Text;
        return new Parcel(id, id, DivisionCode.Parse(row.Cells[columns.Division].Text), shape, false, facts)
        {
            MeasuredArea = EllipsoidalArea.Measure(shape),
            SourceCrs = "EPSG:4490",
        };
    }

    private static JsonValue Value(SourceValue cell) => cell.TryNumber(out var number) ? JsonValue.Create(number) : JsonValue.Create(cell.Text);

    /// <summary>Where the columns stand.</summary>
    private sealed class Columns(IFeatureSource source)
    {
        public int Id { get; } = At(source, "ZDDM");

        public int Division { get; } = At(source, "XZQDM");

        public IReadOnlyList<(int At, string Column, string Fact)> Facts { get; } =
            [.. Mapped.Select(m => (At(source, m.Column), m.Column, m.Fact)).Where(m => m.Item1 >= 0)];

        private static int At(IFeatureSource source, string name) => Enumerable.Range(0, source.Columns.Count).FirstOrDefault(n => source.Columns[n].Name == name, -1);
    }
}
