using Huodi.App.Cases;
using Huodi.App.Ledger;
using Huodi.App.Letters;
using Huodi.Policies.Facts;
using Huodi.Policies.Letters;

namespace Huodi.Web.Cases;

/// <summary>A case with the form of its next step.</summary>
/// <param name="File">The case.</param>
/// <param name="Next">What is next; null unless it runs.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Letters">Letters about the land.</param>
/// <param name="Changes">What letters rest on that was put right since.</param>
/// <param name="Template">The letter of the next step, or null.</param>
/// <param name="Form">The form as it was filled in.</param>
/// <param name="Faults">What stands against recording it.</param>
/// <param name="Dictionary">The dictionary.</param>
/// <param name="IsOpened">Whether it was opened just now.</param>
public sealed record CaseView(
    CaseFile File,
    NextStep? Next,
    DateOnly AsOf,
    IReadOnlyList<KeptLetter> Letters,
    IReadOnlyList<string> Changes,
    LetterTemplate? Template,
    StepForm Form,
    IReadOnlyList<EntryFault> Faults,
    FactDictionary Dictionary,
    bool IsOpened);
