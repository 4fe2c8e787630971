using System.Globalization;

namespace Huodi.Formats.Sources;

/// <summary>One cell: its kind, its value, and the text the file has for it. Numbers are not boxed.</summary>
public readonly struct SourceValue : IEquatable<SourceValue>
{
    private readonly string? _text;
    private readonly long _bits;
    private readonly bool _isReal;

    private SourceValue(SourceKind kind, string? text, long bits, bool isReal = false) => (Kind, _text, _bits, _isReal) = (kind, text, bits, isReal);

    /// <summary>An empty cell.</summary>
    public static SourceValue Null => default;

    /// <summary>What the cell holds.</summary>
    public SourceKind Kind { get; }

    /// <summary>Whether the cell is empty.</summary>
    public bool IsNull => Kind == SourceKind.Null;

    /// <summary>The cell as text: as the file writes it, or the shortest writing of a binary number. Empty for an empty cell.</summary>
    public string Text => _text ?? Kind switch
    {
        SourceKind.Null => "",
        SourceKind.Boolean => _bits != 0 ? "true" : "false",
        SourceKind.Date => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ when _isReal => BitConverter.Int64BitsToDouble(_bits).ToString("R", CultureInfo.InvariantCulture),
        _ => _bits.ToString(CultureInfo.InvariantCulture),
    };

    private DateOnly Day => DateOnly.FromDayNumber((int)_bits);

    /// <summary>A text; an empty one is an empty cell.</summary>
    public static SourceValue Of(string text) => text.Length == 0 ? default : new(SourceKind.Text, text, 0);

    /// <summary>A whole number.</summary>
    public static SourceValue Of(long number) => new(SourceKind.Number, null, number);

    /// <summary>A binary fraction; what is not finite is kept as a text.</summary>
    public static SourceValue Of(double number) => double.IsFinite(number)
        ? new(SourceKind.Number, null, BitConverter.DoubleToInt64Bits(number), isReal: true)
        : Of(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number as a file writes it in digits.</summary>
    public static SourceValue Digits(string text) => new(SourceKind.Number, text, 0);

    /// <summary>Yes or no.</summary>
    public static SourceValue Of(bool truth) => new(SourceKind.Boolean, null, truth ? 1 : 0);

    /// <summary>A day.</summary>
    public static SourceValue Of(DateOnly day) => new(SourceKind.Date, null, day.DayNumber);

    /// <summary>A JSON list or object.</summary>
    public static SourceValue Json(string text) => new(SourceKind.Json, text, 0);

    /// <summary>The number, exactly as written; a binary fraction to the 15 digits that it surely holds. False for another kind or one too large.</summary>
    public bool TryNumber(out decimal number)
    {
        number = 0;
        if (Kind != SourceKind.Number) return false;
        if (_text is not null) return decimal.TryParse(_text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        if (!_isReal)
        {
            number = _bits;
            return true;
        }

        var real = BitConverter.Int64BitsToDouble(_bits);
        if (Math.Abs(real) >= 7.9e27) return false;
        number = (decimal)real;
        return true;
    }

    /// <summary>Yes or no; false for another kind.</summary>
    public bool TryBoolean(out bool truth)
    {
        truth = _bits != 0;
        return Kind == SourceKind.Boolean;
    }

    /// <summary>The day; false for another kind.</summary>
    public bool TryDate(out DateOnly day)
    {
        day = Kind == SourceKind.Date ? Day : default;
        return Kind == SourceKind.Date;
    }

    public static bool operator ==(SourceValue left, SourceValue right) => left.Equals(right);

    public static bool operator !=(SourceValue left, SourceValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(SourceValue other) => Kind == other.Kind && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SourceValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
