namespace Huodi.Formats.Ledger;

/// <summary>One column of a table of entries.</summary>
/// <param name="Name">Name: 对象, 发生日, 依据文件 or a field.</param>
/// <param name="Type">FEEL type.</param>
/// <param name="Unit">Unit, or null.</param>
/// <param name="IsRequired">Whether every row must fill it.</param>
/// <param name="Allowed">Values allowed; empty when free.</param>
/// <param name="Note">What it means.</param>
public sealed record LedgerColumn(string Name, string Type, string? Unit, bool IsRequired, IReadOnlyList<string> Allowed, string Note)
{
    /// <summary>The heading of the template: the name, and in brackets what to write.</summary>
    public string Heading
    {
        get
        {
            var hints = new[] { IsRequired ? "必填" : "", Unit ?? "", Form }.Where(h => h.Length > 0).ToList();
            return hints.Count == 0 ? Name : $"{Name}（{string.Join("，", hints)}）";
        }
    }

    /// <summary>How a value is written, in words.</summary>
    public string Form => Type switch
    {
        _ when Allowed.Count > 0 => string.Join('/', Allowed),
        "boolean" => "是/否",
        "date" => "日期",
        "number" when Unit is null => "数",
        "list<string>" => "多项用、分开",
        _ => "",
    };

    /// <summary>Whether a heading means this column: the bare name, the template's heading, or the name with the unit.</summary>
    public bool Is(string heading) =>
        heading == Name || heading == Heading || (Unit is not null && (heading == $"{Name}（{Unit}）" || heading == $"{Name}({Unit})"));
}
