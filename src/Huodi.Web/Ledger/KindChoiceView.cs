using Huodi.App.Ledger;
using Huodi.Domain.Ledger;
using Huodi.Domain.Ledger.Kinds;

namespace Huodi.Web.Ledger;

/// <summary>The kinds to choose from, for a subject or before one is chosen.</summary>
/// <param name="Typed">The subject as typed.</param>
/// <param name="Subject">The subject, or null.</param>
/// <param name="Known">What is known of it; empty when nothing is.</param>
/// <param name="Fault">What is wrong with what was typed, or null.</param>
/// <param name="Search">Part of a name, or pinyin initials.</param>
/// <param name="Kinds">The kinds, by stage.</param>
public sealed record KindChoiceView(
    string Typed, LedgerSubject? Subject, string Known, EntryFault? Fault, string Search, IReadOnlyList<LedgerKind> Kinds);
