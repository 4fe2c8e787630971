using Huodi.App.Imports;

namespace Huodi.Formats.Files;

/// <summary>Carries the reason why a file cannot be read to the reader's entry, which turns it into an outcome. Never leaves this project.</summary>
internal sealed class FileRefusedException(string code, string message, string suggestion, int row = 0, string column = "") : Exception(message)
{
    public ImportDiagnostic Diagnostic { get; } = new(row, column, code, ImportSeverity.Error, message, suggestion);
}
