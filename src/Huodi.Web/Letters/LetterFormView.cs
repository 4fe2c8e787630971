using Huodi.App.Cases;
using Huodi.Policies.Letters;
using Huodi.Web.Hosting;

namespace Huodi.Web.Letters;

/// <summary>The form from which a letter of a case is made.</summary>
/// <param name="Template">Its form.</param>
/// <param name="File">The case.</param>
/// <param name="Entries">What was filled in.</param>
/// <param name="Who">Who makes it.</param>
/// <param name="Faults">What stands in the way.</param>
/// <param name="Preview">The letter as it would be; null while something stands in the way.</param>
public sealed record LetterFormView(
    LetterTemplate Template, CaseFile File, IReadOnlyDictionary<string, string> Entries, Recorder Who, IReadOnlyList<string> Faults, LetterView? Preview);
