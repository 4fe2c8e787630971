using System.Diagnostics.CodeAnalysis;

namespace Huodi.Rules.Evaluation;

/// <summary>Leaves an evaluation that costs too much; becomes an error of the answer.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Carries a message for people, nothing else.")]
internal sealed class LimitReachedException(string message) : InvalidOperationException(message);
