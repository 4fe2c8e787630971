using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;
using Huodi.Formats.Files;
using Huodi.Policies.Facts;

namespace Huodi.Formats.Ledger;

/// <summary>The columns of a table of entries of one kind, from its declaration.</summary>
public static class LedgerColumns
{
    /// <summary>The column with what an entry is about.</summary>
    public const string Subject = "对象";

    /// <summary>The column with the day it happened.</summary>
    public const string Day = "发生日";

    /// <summary>The column with the document.</summary>
    public const string Document = "依据文件";

    /// <summary>The columns in order.</summary>
    public static IReadOnlyList<LedgerColumn> Of(LedgerKind kind, FactDictionary dictionary) =>
    [
        new(Subject, "string", null, true, [], $"写成 {string.Join("、", kind.Subjects.Select(Written))}。"),
        new(Day, "date", null, true, [], "事情发生的那一天，不是登记的这一天。"),
        new(Document, "string", null, true, [], $"名称和文号：{kind.Evidence}。"),
        .. kind.Fields.Select(f => Column(f, dictionary.Find(f.Name)!)), // Fields of a loaded kind are in the dictionary.
    ];

    /// <summary>The names of the columns of a header, in its order.</summary>
    /// <exception cref="FileRefusedException">FILE_HEADER: a column is missing, unknown, twice, or in another unit.</exception>
    internal static List<string> Read(IReadOnlyList<string> headings, int row, LedgerKind kind, FactDictionary dictionary)
    {
        var columns = Of(kind, dictionary);
        var names = headings.Select(h => columns.FirstOrDefault(c => c.Is(h))?.Name ?? h).ToList();
        var missing = columns.Where(c => c.IsRequired && !names.Contains(c.Name)).Select(c => c.Name).ToList();
        if (names.FirstOrDefault(n => columns.All(c => c.Name != n)) is { } extra)
        {
            var near = columns.FirstOrDefault(c => c.Unit is not null && extra.StartsWith(c.Name, StringComparison.Ordinal) && extra[c.Name.Length..].StartsWith('（'));
            throw near is not null
                ? new FileRefusedException("FILE_HEADER", $"“{extra}”的单位不对：“{near.Name}”的单位是 {near.Unit}。", $"换算后表头写成 {near.Name}（{near.Unit}）。", row, extra)
                : new FileRefusedException("FILE_HEADER", $"“{kind.Name}”没有“{extra}”这个字段。", $"可用的列：{string.Join("、", columns.Select(c => c.Name))}。", row, extra);
        }

        if (missing.Count > 0)
            throw new FileRefusedException("FILE_HEADER", $"表头缺少 {missing.Count} 列：{string.Join("、", missing)}。", $"用 huodi ledger template {kind.Name} 得到带表头的空表。", row, missing[0]);
        if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice)
            throw new FileRefusedException("FILE_HEADER", $"表头中“{twice}”出现了两次。", "删去多余的一列。", row, twice);
        return names;
    }

    private static LedgerColumn Column(LedgerField field, FactDefinition fact) =>
        new(field.Name, fact.Type, fact.Unit, field.IsRequired, fact.Allowed, fact.Note);

    private static string Written(LedgerSubjectKind kind) => kind switch
    {
        LedgerSubjectKind.Grant => "供地结果:电子监管号",
        LedgerSubjectKind.Parcel => "宗地:宗地编号",
        _ => "项目:项目编号",
    };
}
