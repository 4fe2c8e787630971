namespace Huodi.Formats.Csv;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">Line the record begins on, from 1.</param>
/// <param name="Cells">Its cells; the whole line as one cell when there is a fault.</param>
/// <param name="Fault">Why it could not be split, or <see cref="CsvFault.None"/>.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, CsvFault Fault);
