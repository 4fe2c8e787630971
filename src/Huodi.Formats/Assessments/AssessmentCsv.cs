using System.Globalization;
using System.Text;
using Huodi.App.Assessments;
using Huodi.App.Demo;
using Huodi.Domain.Facts;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;
using Huodi.Policies.Answers;

namespace Huodi.Formats.Assessments;

/// <summary>Writes a frozen run as a table, one line a verdict, that Excel opens with its Chinese intact and no text run as a formula.</summary>
public static class AssessmentCsv
{
    private static readonly string[] Header =
    [
        "评估", "截至日", "对象", "编号", "名称", "生成的演示数据", "行政区划代码", "法规", "条", "决策", "结论", "结论代码", "结果", "单位", "缺少的事实", "回执",
    ];

    /// <summary>Writes the whole file or none of it.</summary>
    public static Task WriteAsync(string path, AssessmentRun run, IAsyncEnumerable<SubjectAssessment> subjects, CancellationToken cancellation) =>
        WholeFile.WriteAsync(
            path,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            async writer =>
            {
                writer.NewLine = "\r\n";
                await writer.WriteLineAsync(string.Join(',', Header));
                await foreach (var subject in subjects.WithCancellation(cancellation))
                {
                    var front = Front(run, subject);
                    foreach (var verdict in subject.Verdicts) await writer.WriteLineAsync(front + Back(verdict));
                }
            },
            cancellation);

    private static string Front(AssessmentRun run, SubjectAssessment subject) => string.Join(',',
    [
        run.Number.ToString(CultureInfo.InvariantCulture),
        run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        subject.Kind == SubjectKind.Parcel ? "宗地" : "供地结果",
        SafeCell.Quoted(subject.Id),
        SafeCell.Quoted(subject.Name),
        DemoParcels.Made(subject.Facts) ? "是" : "否",
        subject.Division.Digits,
        "",
    ]);

    private static string Back(VerdictLine verdict) => string.Join(',',
    [
        SafeCell.Quoted(verdict.Package),
        SafeCell.Quoted(verdict.Article),
        SafeCell.Quoted(verdict.Decision),
        SafeCell.Quoted(OutcomeNames.Chinese(verdict.Outcome)),
        SafeCell.Quoted(verdict.Outcome),
        ValueText.IsNumber(verdict.Value) ? verdict.Value : SafeCell.Quoted(ValueText.Of(verdict.Value)),
        SafeCell.Quoted(verdict.Unit ?? ""),
        SafeCell.Quoted(string.Join('；', verdict.Missing)),
        SafeCell.Quoted(verdict.Receipt),
    ]);
}
