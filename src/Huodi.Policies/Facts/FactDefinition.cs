namespace Huodi.Policies.Facts;

/// <summary>One entry of the fact dictionary.</summary>
/// <param name="Name">Chinese name, the key everywhere.</param>
/// <param name="English">English identifier.</param>
/// <param name="Type">FEEL type, for example <c>date</c> or <c>list&lt;context&lt;原因: string, 起: date, 止: date&gt;&gt;</c>.</param>
/// <param name="Unit">Unit of the figure (元, ㎡, …), or null.</param>
/// <param name="Subject">宗地, 合同, 企业, 项目, 单元 or 申请.</param>
/// <param name="Origin">记录, 量算 or 推算.</param>
/// <param name="Department">Who has it.</param>
/// <param name="Note">What it means, where the name does not say it; may be empty.</param>
/// <param name="Allowed">Values allowed for a text; empty when free.</param>
/// <param name="Implied">How it follows from other facts when it is not recorded itself.</param>
/// <param name="AskFor">Facts to ask for when it is missing; itself unless the dictionary says otherwise.</param>
public sealed record FactDefinition(
    string Name,
    string English,
    string Type,
    string? Unit,
    string Subject,
    string Origin,
    string Department,
    string Note,
    IReadOnlyList<string> Allowed,
    IReadOnlyList<FactImplication> Implied,
    IReadOnlyList<string> AskFor)
{
    /// <summary>Names and pinyin initials used for it in files.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Standard or article that defines it; may be empty.</summary>
    public string Standard { get; init; } = "";

    /// <summary>Control layer by which it is measured (量算图层): true for a parcel wholly inside; or null.</summary>
    public string? MeasuredLayer { get; init; }

    /// <summary>Line in the dictionary, from 1.</summary>
    public int Line { get; init; }
}
