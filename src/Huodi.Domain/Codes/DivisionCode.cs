using System.Diagnostics.CodeAnalysis;

namespace Huodi.Domain.Codes;

/// <summary>行政区划代码 (GB/T 2260): six digits, province + city + county. 100000 stands for the whole country.</summary>
public readonly record struct DivisionCode
{
    private readonly string? _digits;

    private DivisionCode(string digits) => _digits = digits;

    /// <summary>The whole country; the region of national law.</summary>
    public static DivisionCode Country { get; } = new("100000");

    /// <summary>The six digits.</summary>
    public string Digits => _digits ?? Country.Digits;

    /// <summary>The code of the city (地级) this code lies in: 210202 → 210200.</summary>
    public DivisionCode City => this == Country ? this : new(string.Concat(Digits.AsSpan(0, 4), "00"));

    /// <summary>True for a code that names a whole city, not one county of it.</summary>
    public bool IsCity => this != Country && Digits.EndsWith("00", StringComparison.Ordinal) && !IsProvince;

    /// <summary>True for a code that names a whole province.</summary>
    public bool IsProvince => this != Country && Digits.EndsWith("0000", StringComparison.Ordinal);

    /// <summary>Reads six digits that do not begin with 0.</summary>
    /// <exception cref="DomainException">DIVISION_CODE: anything else.</exception>
    public static DivisionCode Parse(string text) => TryParse(text, out var code)
        ? code
        : throw new DomainException("DIVISION_CODE", $"行政区划代码应为六位数字，实为“{text}”。");

    /// <summary>Reads six digits that do not begin with 0; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DivisionCode code)
    {
        var good = text is { Length: 6 } && text[0] != '0' && !text.AsSpan().ContainsAnyExceptInRange('0', '9');
        code = good ? new(text!) : default;
        return good;
    }

    /// <summary>Whether <paramref name="other"/> lies in this division or is it.</summary>
    public bool Contains(DivisionCode other) =>
        this == Country || this == other
        || (IsProvince && other.Digits.AsSpan(0, 2).SequenceEqual(Digits.AsSpan(0, 2)))
        || (IsCity && other.Digits.AsSpan(0, 4).SequenceEqual(Digits.AsSpan(0, 4)));

    /// <inheritdoc/>
    public override string ToString() => Digits;
}
