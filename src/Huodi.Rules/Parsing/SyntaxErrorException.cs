using System.Diagnostics.CodeAnalysis;

namespace Huodi.Rules.Parsing;

/// <summary>Leaves the parser at the first mistake; never leaves the engine.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Carries a diagnostic, nothing else.")]
internal sealed class SyntaxErrorException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic => diagnostic;
}
