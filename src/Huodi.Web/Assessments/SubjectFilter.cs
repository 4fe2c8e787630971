using Huodi.Domain.Facts;
using Huodi.Policies.Answers;
using Huodi.Web.Layout;

namespace Huodi.Web.Assessments;

/// <summary>Which subjects of a run to list; it stands in the address.</summary>
/// <param name="Kind"><c>parcel</c> or <c>grant</c>, or none for both.</param>
/// <param name="Decision">Decision or article id.</param>
/// <param name="Outcome">Outcome in the contract's spelling.</param>
/// <param name="Missing">Name of a fact that an answer lacks.</param>
/// <param name="Page">Page of the list.</param>
public sealed record SubjectFilter(string? Kind, string? Decision, string? Outcome, string? Missing, int? Page)
{
    /// <summary>The subjects, with the outcome that stands for each.</summary>
    public IEnumerable<(IndexedSubject Subject, TellingAnswer? Answer)> Apply(RunIndex index)
    {
        var columns = index.ColumnsOf(string.IsNullOrEmpty(Decision) ? null : Decision);
        foreach (var subject in index.Subjects)
        {
            if (Kind is { Length: > 0 } kind && kind != CodeOf(subject.Kind)) continue;
            if (Missing is { Length: > 0 } missing && !subject.Missing.Contains(missing)) continue;
            var wanted = Outcome is { Length: > 0 } code ? [.. columns.Where(c => subject.In(c)?.Code() == code)] : columns;
            if (wanted.Count > 0 || Outcome is not { Length: > 0 }) yield return (subject, index.Telling(subject, wanted));
        }
    }

    /// <summary>The address of the list.</summary>
    public string Address(long run) =>
        Links.With(Links.Run(run) + "/subjects", ("kind", Kind), ("decision", Decision), ("outcome", Outcome), ("missing", Missing));

    /// <summary>The spelling of a kind in the address.</summary>
    public static string CodeOf(SubjectKind kind) => kind == SubjectKind.Parcel ? "parcel" : "grant";
}
