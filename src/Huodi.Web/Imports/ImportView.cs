using Huodi.App.Imports;
using Huodi.Web.Layout;

namespace Huodi.Web.Imports;

/// <summary>One import with the rows it refused.</summary>
/// <param name="Report">What became of it.</param>
/// <param name="Header">Header cells of the file; empty when it is no table.</param>
/// <param name="Refused">The refused rows of one page.</param>
public sealed record ImportView(ImportReport Report, IReadOnlyList<string> Header, Paging<RefusedRow> Refused)
{
    /// <summary>Diagnostic codes with their number and first message, most frequent first; refused rows and kept rows apart.</summary>
    public IReadOnlyList<(string Code, ImportSeverity Severity, int Count, ImportDiagnostic? Example)> Kinds
    {
        get
        {
            var listed = Report.Refused.SelectMany(r => r.Diagnostics).Concat(Report.Warnings).ToLookup(d => (d.Code, d.Severity));
            return
            [
                .. Report.Findings
                    .Select(f => (f.Code, f.Severity, f.Count, listed[(f.Code, f.Severity)].FirstOrDefault()))
                    .OrderByDescending(k => k.Severity),
            ];
        }
    }
}
