using Huodi.App.Imports;

namespace Huodi.Formats.Files;

/// <summary>Carries the reason why a file cannot be read, or read further, to whoever opened it, who turns it into an outcome.</summary>
public sealed class FileRefusedException(string code, string message, string suggestion, int row = 0, string column = "") : Exception(message)
{
    /// <summary>The reason, with its stable code and the remedy.</summary>
    public ImportDiagnostic Diagnostic { get; } = new(row, column, code, ImportSeverity.Error, message, suggestion);
}
