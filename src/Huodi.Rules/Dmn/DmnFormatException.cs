using System.Diagnostics.CodeAnalysis;

namespace Huodi.Rules.Dmn;

/// <summary>Leaves the reader at a model that cannot be read; never leaves the engine.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Carries a message for people, nothing else.")]
internal sealed class DmnFormatException(string message) : Exception(message);
