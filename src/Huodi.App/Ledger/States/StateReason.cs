namespace Huodi.App.Ledger.States;

/// <summary>Why a state is what it is.</summary>
/// <param name="Text">In words, with the entry, its day and its document, or the article.</param>
/// <param name="Entries">Numbers of the entries it rests on.</param>
/// <param name="Article">Id of the decision that says so, or null.</param>
public sealed record StateReason(string Text, IReadOnlyList<long> Entries, string? Article = null);
