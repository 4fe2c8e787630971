using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Huodi.App.Laboratory;
using Huodi.Domain.Facts;
using Huodi.Formats.Csv;
using Huodi.Formats.Files;
using Huodi.Policies.Answers;

namespace Huodi.Formats.Laboratory;

/// <summary>Writes what a comparison of policies found as a table for Excel: one line a question that changed, or one an amount of it where an answer has several.</summary>
public static class DifferenceCsv
{
    private static readonly string[] Header =
    [
        "对象", "编号", "名称", "生成的演示数据", "行政区划代码", "问题", "甲决策", "甲结论", "甲结果", "甲单位", "甲缺少的事实",
        "乙决策", "乙结论", "乙结果", "乙单位", "乙缺少的事实", "金额项", "甲金额（元）", "乙金额（元）", "差额（元）", "差额说明",
    ];

    /// <summary>Writes the whole file or none of it, while the subjects pass through to <paramref name="then"/>.</summary>
    public static Task WriteAsync(
        string path, IAsyncEnumerable<SubjectDifference> subjects, Func<IAsyncEnumerable<SubjectDifference>, Task> then, CancellationToken cancellation) =>
        WholeFile.WriteAsync(
            path,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            async writer =>
            {
                writer.NewLine = "\r\n";
                await writer.WriteLineAsync(string.Join(',', Header));
                await then(PassingAsync(writer, subjects, cancellation));
            },
            cancellation);

    private static async IAsyncEnumerable<SubjectDifference> PassingAsync(
        StreamWriter writer, IAsyncEnumerable<SubjectDifference> subjects, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var subject in subjects.WithCancellation(cancellation))
        {
            var front = Front(subject);
            foreach (var change in subject.Changes)
            {
                var answers = $"{front}{SafeCell.Quoted(change.Pair.Label)},{Side(change.Pair.A, change.From)},{Side(change.Pair.B, change.To)},";
                if (change.Money.Count == 0) await writer.WriteLineAsync(answers + ",,,,");
                foreach (var money in change.Money) await writer.WriteLineAsync(answers + Amounts(money));
            }

            yield return subject;
        }
    }

    private static string Front(SubjectDifference subject) => string.Join(',',
    [
        subject.Kind == SubjectKind.Parcel ? "宗地" : "供地结果",
        SafeCell.Quoted(subject.Id),
        SafeCell.Quoted(subject.Name),
        subject.IsGenerated ? "是" : "否",
        subject.Division.Digits,
        "",
    ]);

    private static string Side(AskedDecision? asked, PolicyAnswer? answer) => string.Join(',',
    [
        SafeCell.Quoted(asked?.Decision.Id ?? ""),
        SafeCell.Quoted(DecisionChange.OutcomeName(answer)),
        answer?.Value is { } value ? SafeCell.Quoted(AnswerWords.Value(value)) : "",
        SafeCell.Quoted(answer?.Unit ?? ""),
        SafeCell.Quoted(string.Join('；', answer?.Missing.Select(m => m.Name) ?? [])),
    ]);

    private static string Amounts(MoneyChange money) => string.Join(',',
    [
        SafeCell.Quoted(money.Part),
        Yuan(money.From),
        Yuan(money.To),
        Yuan(money.Difference),
        money switch
        {
            { IsOpen: true } => "一方尚未得出金额，差额未知",
            { From: null } => "甲没有这项金额",
            { To: null } => "乙没有这项金额",
            _ => "",
        },
    ]);

    private static string Yuan(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "";
}
