using System.Text;
using Huodi.App.Registers;
using Huodi.App.Stores;
using Huodi.Formats.Registers;
using Huodi.Policies;
using Huodi.Store.GeoPackage;
using Huodi.Web.Hosting;
using Huodi.Web.Layout;
using Huodi.Web.Map;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Huodi.Web.Registers;

/// <summary>台账: the registers, their filed versions with rows and map, and what changed between two.</summary>
internal static class RegisterRoutes
{
    private const int PageSize = 50;

    public static void MapRegisters(this IEndpointRouteBuilder app)
    {
        app.MapGet("/registers", List);
        app.MapGet("/registers/{id}", Show);
        app.MapGet("/registers/versions/{number:long}", Version);
        app.MapGet("/registers/versions/{number:long}/map", Map);
        app.MapGet("/registers/versions/{number:long}/rows.csv", Csv);
        app.MapGet("/registers/versions/{number:long}/rows.gpkg", GeoPackage);
        app.MapGet("/api/registers/versions/{number:long}/shapes", Shapes);
        app.MapGet("/registers/diff", Difference);
        app.MapGet("/registers/diff.csv", DifferenceCsv);
    }

    private static async Task<RazorComponentResult<RegisterListPage>> List(RegisterIndexes registers, PolicyLibrary policies, CancellationToken cancellation)
    {
        var versions = (await registers.VersionsAsync(cancellation)).ToLookup(v => v.Register, StringComparer.Ordinal);
        return Page.Of<RegisterListPage>(new RegisterListView([.. policies.Registers.Select(r => (r, (IReadOnlyList<RegisterVersion>)[.. versions[r.Id]]))]));
    }

    private static async Task<Results<RazorComponentResult<RegisterPage>, NotFound>> Show(
        string id, RegisterIndexes registers, PolicyLibrary policies, CancellationToken cancellation)
    {
        if (policies.Registers.FirstOrDefault(r => r.Id == id) is not { } definition) return TypedResults.NotFound();
        var versions = (await registers.VersionsAsync(cancellation)).Where(v => v.Register == id).ToList();
        var articles = policies.Packages.SelectMany(p => p.Articles.Select(a => (a.Id, Package: p.Id)))
            .GroupBy(a => a.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Package, StringComparer.Ordinal);
        return Page.Of<RegisterPage>(new RegisterView(definition, versions, articles));
    }

    private static async Task<Results<RazorComponentResult<RegisterVersionPage>, NotFound>> Version(
        long number, [AsParameters] RegisterFilter filter, RegisterIndexes registers, ILandStore store, CancellationToken cancellation)
    {
        if (await registers.FindAsync(number, cancellation) is not { } index) return TypedResults.NotFound();
        var others = (await registers.VersionsAsync(cancellation)).Where(v => v.Register == index.Version.Register && v.Number != number).ToList();
        var occurring = index.Rows.Select(r => r.Division).ToHashSet();
        var names = await store.DistrictsAsync(cancellation).Where(d => occurring.Contains(d.Code)).ToDictionaryAsync(d => d.Code, d => d.Name, cancellationToken: cancellation);
        return Page.Of<RegisterVersionPage>(new RegisterVersionView(
            index,
            filter,
            Pages.Cut<RegisterRow>([.. index.Rows.Where(filter.Wants)], filter.Page, PageSize),
            [.. occurring.OrderBy(d => d.Digits, StringComparer.Ordinal).Select(d => (d.Digits, names.GetValueOrDefault(d) ?? d.Digits))],
            others));
    }

    private static async Task<Results<RazorComponentResult<RegisterMapPage>, NotFound>> Map(long number, RegisterIndexes registers, CancellationToken cancellation) =>
        await registers.FindAsync(number, cancellation) is { } index ? Page.Of<RegisterMapPage>(index) : TypedResults.NotFound();

    private static async Task<Results<FileStreamHttpResult, NotFound>> Csv(long number, RegisterIndexes registers, ILandStore store, CancellationToken cancellation) =>
        await registers.VersionAsync(number, cancellation) is { } version
            ? await SendAsync($"{version.Name}.csv", "text/csv; charset=utf-8", path => RegisterCsv.WriteAsync(path, version, store.Registers.EntriesAsync(number, cancellation), cancellation))
            : TypedResults.NotFound();

    private static async Task<Results<FileStreamHttpResult, NotFound>> GeoPackage(long number, RegisterIndexes registers, ILandStore store, CancellationToken cancellation) =>
        await registers.VersionAsync(number, cancellation) is { } version
            ? await SendAsync($"{version.Name}.gpkg", "application/geopackage+sqlite3", path => RegisterGeoPackage.WriteAsync(path, version, store.Registers.EntriesAsync(number, cancellation), cancellation))
            : TypedResults.NotFound();

    private static async Task<IResult> Shapes(long number, RegisterIndexes registers, ILandStore store, HttpResponse response, CancellationToken cancellation)
    {
        if (await registers.VersionAsync(number, cancellation) is null)
            return Problems.Problem(404, "VERSION_UNKNOWN", "没有这个版本", $"没有编号为 {number} 的台账版本。");
        await using var collection = new FeatureCollectionWriter(response);
        await foreach (var entry in store.Registers.EntriesAsync(number, cancellation))
        {
            if (entry.Shape is null) continue;
            collection.Feature(entry.Id, entry.Shape, json =>
            {
                json.WriteString("id", entry.Id);
                json.WriteString("name", entry.Name);
                json.WriteString("division", entry.Division.Digits);
                json.WriteString("outcomeName", RegisterWords.Chinese(entry.Standing));
                json.WriteString("decisions", entry.Category);
                json.WriteString("colour", RegisterLinks.Colour(entry.Standing));
                json.WriteBoolean("generated", entry.IsGenerated);
                json.WriteString("url", RegisterLinks.Subject(entry.Subject, entry.Id) ?? RegisterLinks.Version(number));
            });
            await collection.FlushWhenFullAsync(cancellation);
        }

        await collection.EndAsync(cancellation);
        return Results.Empty;
    }

    private static async Task<Results<RazorComponentResult<RegisterDifferencePage>, NotFound, BadRequest>> Difference(
        long before, long after, string? kind, int? page, RegisterIndexes registers, ILandStore store, CancellationToken cancellation)
    {
        if (await PairAsync(before, after, registers, cancellation) is not var (old, now)) return TypedResults.NotFound();
        if (old.Register != now.Register) return TypedResults.BadRequest();
        var all = await new CompareRegisters(store).CompareAsync(old, now, cancellation);
        var rows = all.Where(d => string.IsNullOrEmpty(kind) || RegisterLinks.Code(d.Kind) == kind);
        return Page.Of<RegisterDifferencePage>(new RegisterDifferenceView(old, now, kind, all, Pages.Cut<RegisterDifference>([.. rows], page, PageSize)));
    }

    private static async Task<Results<FileContentHttpResult, NotFound, BadRequest>> DifferenceCsv(
        long before, long after, RegisterIndexes registers, ILandStore store, CancellationToken cancellation)
    {
        if (await PairAsync(before, after, registers, cancellation) is not var (old, now)) return TypedResults.NotFound();
        if (old.Register != now.Register) return TypedResults.BadRequest();
        using var file = new MemoryStream();
        await using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
            await RegisterDifferenceCsv.WriteAsync(writer, old, now, await new CompareRegisters(store).CompareAsync(old, now, cancellation));
        return TypedResults.Bytes(file.ToArray(), "text/csv; charset=utf-8", $"{old.Name}—{now.Name}.csv");
    }

    private static async Task<(RegisterVersion Before, RegisterVersion After)?> PairAsync(
        long before, long after, RegisterIndexes registers, CancellationToken cancellation) =>
        (await registers.VersionAsync(before, cancellation), await registers.VersionAsync(after, cancellation)) is ({ } old, { } now) ? (old, now) : null;

    /// <summary>Writes a file of its own, sends it, and removes it when it was sent.</summary>
    private static async Task<FileStreamHttpResult> SendAsync(string name, string type, Func<string, Task> write)
    {
        var path = Path.Combine(Path.GetTempPath(), $"huodi-{Path.GetRandomFileName()}");
        await write(path);
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        return TypedResults.Stream(stream, type, name);
    }
}
