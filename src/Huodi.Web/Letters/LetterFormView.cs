using Huodi.Domain.Ledger;
using Huodi.Policies.Letters;

namespace Huodi.Web.Letters;

/// <summary>The form from which a letter is made.</summary>
/// <param name="Template">Its template.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Form">What was filled in.</param>
/// <param name="Faults">What stands in the way.</param>
/// <param name="Preview">The letter as it would be; null while something stands in the way.</param>
public sealed record LetterFormView(LetterTemplate Template, LedgerSubject Subject, LetterForm Form, IReadOnlyList<string> Faults, LetterView? Preview);
