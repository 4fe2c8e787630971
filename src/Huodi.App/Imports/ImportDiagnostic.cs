namespace Huodi.App.Imports;

/// <summary>What an import found at one place of a file.</summary>
/// <param name="Row">Line or feature number, from 1 (the header is line 1 of a table); 0 for the file as a whole.</param>
/// <param name="Column">Column or property; empty for the whole row.</param>
/// <param name="Code">Stable code, for example <c>SUPPLY_NUMBER_BLANK</c>.</param>
/// <param name="Severity">Whether the row is kept.</param>
/// <param name="Message">What is wrong, with the text found.</param>
/// <param name="Suggestion">What to do about it.</param>
public sealed record ImportDiagnostic(int Row, string Column, string Code, ImportSeverity Severity, string Message, string Suggestion);
