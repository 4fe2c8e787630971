using System.Text;
using Huodi.App.Filing;
using Huodi.App.Quality;
using Huodi.Domain;
using Huodi.Domain.Geodesy;
using Huodi.Domain.Parcels;
using Huodi.Domain.Quality;
using Huodi.Formats.Files;
using Huodi.Formats.Quality;

namespace Huodi.Formats.Filing;

/// <summary>
/// Writes a filing package: Shapefile, GeoPackage, xlsx, the coordinate txt where asked, the exchange file, the check report with all findings, the manifest. The folder is
/// made whole under another name and then renamed; one that is there already is never touched.
/// </summary>
public static class FilingPackage
{
    private const string Exchange = "exchange.geojsonl";

    /// <summary>Writes the package and gives its report back.</summary>
    /// <exception cref="DomainException">FILING_EXISTS: the folder is there already; FILING_NOTHING: there is nothing to file.</exception>
    public static async Task<QualityReport> WriteAsync(FilingJob job, CancellationToken cancellation)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(job.Folder));
        if (Directory.Exists(folder) || File.Exists(folder)) throw new DomainException("FILING_EXISTS", $"“{folder}”已存在，没有改动它。请换一个文件夹名。");
        var part = $"{folder}.{Environment.ProcessId}.part";
        try
        {
            _ = Directory.CreateDirectory(part);
            var report = await FillAsync(job, part, cancellation);
            cancellation.ThrowIfCancellationRequested();
            Directory.Move(part, folder);
            return report;
        }
        finally
        {
            if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        }
    }

    private static async Task<QualityReport> FillAsync(FilingJob job, string part, CancellationToken cancellation)
    {
        var encoding = job.Profile.Encoding == "GBK" ? FileProbe.Gbk : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var rows = new FilingRows(job.Profile, encoding, job.Districts);
        var check = new ParcelQuality(job.Quality);
        var neighbours = new NeighbourCheck(job.Quality);
        var findings = new List<ParcelFinding>();
        var count = 0;
        var name = Path.Combine(part, job.Profile.FileName);
        var writers = new List<IFilingWriter>();
        try
        {
            writers.Add(new ShapefileWriter(name + ".shp", job.Profile, encoding));
            writers.Add(job.GeoPackage(name + ".gpkg", job.Profile));
            writers.Add(new WorkbookWriter(name + ".xlsx", job.Profile));
            if (job.Coordinates is { } head) writers.Add(new CoordinateTextFile(name + ".txt", head, job.Profile.Encoding == "GBK" ? FileProbe.Chinese : encoding));
            writers.Add(new ExchangeFile(Path.Combine(part, Exchange)));
            await foreach (var subject in job.Subjects.WithCancellation(cancellation))
            {
                var (row, found) = rows.Next(subject);
                findings.AddRange(found);
                Check(subject);
                foreach (var writer in writers) writer.Write(row);
                count++;
            }

            if (count == 0) throw new DomainException("FILING_NOTHING", "没有可以导出的地块，没有生成成果包。请核对 --register、--version 或 --region。");
            foreach (var writer in writers) writer.Finish();
        }
        finally
        {
            foreach (var writer in writers) writer.Dispose();
        }

        findings.AddRange(neighbours.Run(cancellation));
        var ordered = findings.OrderBy(f => f.Parcel, StringComparer.Ordinal).ToList();
        var report = new QualityReport(count, ordered.Select(f => f.Parcel).Distinct(StringComparer.Ordinal).LongCount(), ordered);
        await QualityCsv.WriteAsync(Path.Combine(part, "检查结果.csv"), report, cancellation);
        var text = FilingReport.Text(job, report, await FilesAsync(part, cancellation));
        await File.WriteAllTextAsync(Path.Combine(part, "检查报告.md"), text, cancellation);
        var manifest = new FilingManifest(
            FilingManifest.Form, job.Title, job.Profile.Id, job.Profile.Version, job.At, count, Exchange, await FilesAsync(part, cancellation));
        await manifest.WriteAsync(part, cancellation);
        return report;

        void Check(FilingSubject subject)
        {
            if (subject.Shape is null) return;
            var parcel = new Parcel(subject.Id, subject.Name, subject.Division, subject.Shape, subject.IsGenerated, subject.Facts)
            {
                MeasuredArea = EllipsoidalArea.Measure(subject.Shape),
            };
            var (found, isSound) = check.Check(parcel);
            findings.AddRange(found.Select(f => new ParcelFinding(subject.Id, null, f)));
            neighbours.Add(subject.Id, subject.Shape, isSound);
        }
    }

    private static async Task<List<FilingFile>> FilesAsync(string folder, CancellationToken cancellation)
    {
        var files = new List<FilingFile>();
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)) files.Add(await FilingFile.OfAsync(path, cancellation));
        return files;
    }
}
