using Huodi.App.Registers;
using Huodi.Policies.Registers;

namespace Huodi.Web.Registers;

/// <summary>One register: what it rests on, what brings land into it, and its versions.</summary>
/// <param name="Definition">The declaration.</param>
/// <param name="Versions">Its versions, newest first.</param>
/// <param name="Articles">Package of each article that is loaded.</param>
public sealed record RegisterView(
    RegisterDefinition Definition, IReadOnlyList<RegisterVersion> Versions, IReadOnlyDictionary<string, string> Articles);
