using System.Runtime.CompilerServices;
using System.Text;
using Huodi.App.Assessments;
using Huodi.Formats.Files;

namespace Huodi.Formats.Assessments;

/// <summary>
/// Writes a frozen run as one page that needs nothing else: no script, no font, no picture from anywhere. It reads on a phone and
/// prints. The table names the first subjects only; the CSV has all.
/// </summary>
public static class AssessmentHtml
{
    private const int MostSubjects = 2_000;

    /// <summary>Writes the whole file or none of it.</summary>
    public static async Task WriteAsync(string path, AssessmentRun run, IAsyncEnumerable<SubjectAssessment> subjects, CancellationToken cancellation)
    {
        var first = new List<SubjectAssessment>();
        var summary = await AssessmentSummary.OfAsync(Keeping(subjects, first, cancellation), cancellation);
        await WholeFile.WriteAsync(path, new UTF8Encoding(false), writer => new AssessmentPage(writer, run, summary).WriteAsync(first), cancellation);
    }

    private static async IAsyncEnumerable<SubjectAssessment> Keeping(
        IAsyncEnumerable<SubjectAssessment> subjects, List<SubjectAssessment> first, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var subject in subjects.WithCancellation(cancellation))
        {
            if (first.Count < MostSubjects) first.Add(subject);
            yield return subject;
        }
    }
}
