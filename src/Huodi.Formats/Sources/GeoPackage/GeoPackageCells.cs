using System.Globalization;
using SQLitePCL;

namespace Huodi.Formats.Sources.GeoPackage;

/// <summary>Reads the cells of one column by its declared type (OGC 12-128r17, table 1).</summary>
internal sealed class GeoPackageCells
{
    private readonly bool _isBoolean;
    private readonly bool _isDate;

    private GeoPackageCells(SourceKind kind, bool isBoolean, bool isDate) => (Kind, _isBoolean, _isDate) = (kind, isBoolean, isDate);

    public SourceKind Kind { get; }

    public static GeoPackageCells Of(string declared)
    {
        var type = declared.Split('(')[0].Trim().ToUpperInvariant();
        return type switch
        {
            "BOOLEAN" => new(SourceKind.Boolean, isBoolean: true, isDate: false),
            "DATE" or "DATETIME" or "TIMESTAMP" => new(SourceKind.Date, isBoolean: false, isDate: true),
            "TINYINT" or "SMALLINT" or "MEDIUMINT" or "INT" or "INTEGER" or "BIGINT" or "FLOAT" or "DOUBLE" or "REAL" or "NUMERIC" or "DECIMAL"
                => new(SourceKind.Number, isBoolean: false, isDate: false),
            _ => new(SourceKind.Text, isBoolean: false, isDate: false),
        };
    }

    public SourceValue Read(sqlite3_stmt row, int column) => raw.sqlite3_column_type(row, column) switch
    {
        raw.SQLITE_INTEGER when _isBoolean => SourceValue.Of(raw.sqlite3_column_int64(row, column) != 0),
        raw.SQLITE_INTEGER => SourceValue.Of(raw.sqlite3_column_int64(row, column)),
        raw.SQLITE_FLOAT => SourceValue.Of(raw.sqlite3_column_double(row, column)),
        raw.SQLITE_TEXT => Text(row, column),
        _ => SourceValue.Null,
    };

    private SourceValue Text(sqlite3_stmt row, int column)
    {
        var text = raw.sqlite3_column_text(row, column).utf8_to_string() ?? "";
        return _isDate && Day(text) is { } day ? SourceValue.Of(day) : SourceValue.Of(text);
    }

    /// <summary>The day of a date, or of a moment that is midnight; a time of day is left as text, because its zone may turn the day.</summary>
    private static DateOnly? Day(string text)
    {
        if (text.Length < 10 || !DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        return text.AsSpan(10).TrimStart("T ").IndexOfAnyExcept("0:.Z") < 0 ? day : null;
    }
}
