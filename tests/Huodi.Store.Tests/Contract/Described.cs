using System.Text.Json.Nodes;
using Huodi.App.Assessments;
using Huodi.App.Imports;
using Huodi.Domain.Districts;
using Huodi.Domain.Facts;
using Huodi.Domain.Grants;
using Huodi.Domain.Parcels;

namespace Huodi.Store.Tests.Contract;

/// <summary>Everything an item holds as text, so that two items are compared whole and a difference can be read.</summary>
internal static class Described
{
    public static string Text(Parcel p) =>
        $"{p.Id}|{p.Name}|{p.Division}|{p.IsGenerated}|{p.Shape.SRID}|{p.Shape.AsText()}|{p.MeasuredArea?.Hundredths}|{p.SourceCrs}|{Text(p.Facts)}";

    public static string Text(Grant g) => $"{g.Number}|{g.Name}|{g.Division}|{g.DivisionName}|{g.ParcelId ?? "-"}|{Text(g.Facts)}";

    public static string Text(District d) => $"{d.Code}|{d.Name}|{d.Boundary.SRID}|{d.Boundary.AsText()}";

    public static string Text(FactSheet facts, long? batch = null) => string.Join(
        ';', facts.All.Select(f => $"{f.Name}={Plain(f.Value)}@{batch ?? f.Source.Batch},{f.Source.File},{f.Source.Row},{f.Source.Column}"));

    public static string Text(SubjectAssessment s) =>
        $"{s.Kind}|{s.Id}|{s.Name}|{s.Division}|{Text(s.Facts)}|" + string.Join(
            ';', s.Verdicts.Select(v => $"{v.Decision},{v.Article},{v.Package},{v.Outcome},{v.Value ?? "-"},{v.Unit ?? "-"},{string.Join('+', v.Missing)},{v.Receipt}"));

    public static string Text(AssessmentRun r) =>
        $"{r.Number}|{r.AsOf:O}|{r.Region}|{r.RanAt:O}|{string.Join(';', r.Packages.Select(p => $"{p.Key}={p.Value}"))}";

    public static string Text(ImportReport r) =>
        $"{r.Batch}|{r.File}|{r.Layer}|{r.ImportedAt:O}|{r.Added}|{r.Unchanged}|{string.Join(';', r.Refused.Select(Text))}|{string.Join(';', r.Warnings)}|"
        + $"{r.RefusedCount}|{r.WarningCount}|{string.Join(';', r.Findings)}";

    public static string Text(RefusedRow r) => $"{r.Row}:{string.Join(',', r.Cells)}:{string.Join(',', r.Diagnostics)}";

    private static string Plain(JsonNode value) => value.ToJsonString();
}
