using Huodi.Policies.Answers;

namespace Huodi.Policies.Letters;

/// <summary>What came of composing a letter: the letter, or everything that is still in the way. Never both.</summary>
/// <param name="Letter">The letter, or null.</param>
/// <param name="MissingEntries">Entries that nobody filled in.</param>
/// <param name="MissingFacts">Facts and parameters that are not known, with who has them.</param>
/// <param name="Grounds">Decisions that do not carry the letter, with what they answered.</param>
/// <param name="WrongEntries">Entries that cannot be read as their type, or that the template does not have, in words for people.</param>
public sealed record LetterDraft(
    Letter? Letter,
    IReadOnlyList<LetterEntry> MissingEntries,
    IReadOnlyList<MissingFact> MissingFacts,
    IReadOnlyList<PolicyAnswer> Grounds,
    IReadOnlyList<string> WrongEntries)
{
    /// <summary>Names of the facts that the letter tells, or that its answers rest on.</summary>
    public IReadOnlyList<string> UsedFacts { get; init; } = [];

    /// <summary>Why the template's law is not the law of the land, in words for people; empty when it is, or the place does not matter.</summary>
    public string Elsewhere { get; init; } = "";

    /// <summary>Everything that is in the way, a line each, for people.</summary>
    public IReadOnlyList<string> Obstacles =>
    [
        .. Elsewhere.Length > 0 ? [Elsewhere] : Array.Empty<string>(),
        .. MissingEntries.Select(e => $"未填写：{e.Name}{(e.Note.Length > 0 ? $"（{e.Note}）" : "")}"),
        .. WrongEntries.Select(w => $"填写有误：{w}"),
        .. MissingFacts.Select(m => $"缺：{m.Name}（由{m.Office}{(m.IsParameter ? "确定" : "提供")}）"),
        .. Grounds.Select(a => $"前提不成立：{a.Decision}的结论是{a.Outcome.Chinese()}{string.Concat(a.Reasons.Where(r => r.Holds == false).Select(r => $"；{r.Rule}：{r.Result}"))}"),
    ];
}
