namespace Huodi.Rules;

/// <summary>
/// A FEEL type (DMN 1.5, 10.3.2.9). <see cref="ToString"/> and <see cref="Parse"/> use the notation of <c>instance of</c>:
/// <c>list&lt;context&lt;原因: string, 起: date&gt;&gt;</c>.
/// </summary>
public abstract class FeelType : IEquatable<FeelType>
{
    public static readonly FeelType Any = new SimpleType("Any", null);
    public static readonly FeelType Null = new SimpleType("Null", FeelKind.Null);
    public static readonly FeelType Number = new SimpleType("number", FeelKind.Number);
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "The name of the FEEL type.")]
    public static readonly FeelType String = new SimpleType("string", FeelKind.String);
    public static readonly FeelType Boolean = new SimpleType("boolean", FeelKind.Boolean);
    public static readonly FeelType Date = new SimpleType("date", FeelKind.Date);
    public static readonly FeelType Time = new SimpleType("time", FeelKind.Time);
    public static readonly FeelType DateTime = new SimpleType("date and time", FeelKind.DateTime);
    public static readonly FeelType DaysTimeDuration = new SimpleType("days and time duration", FeelKind.DaysTimeDuration);
    public static readonly FeelType YearsMonthsDuration = new SimpleType("years and months duration", FeelKind.YearsMonthsDuration);

    private const int MaxParsed = 1000;

    /// <summary>Texts that were read before: a fact dictionary is read once a scope.</summary>
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, FeelType> Parsed = new(StringComparer.Ordinal);

    private protected FeelType()
    {
    }

    /// <summary>Whether nothing is known of the type.</summary>
    public bool IsAny => ReferenceEquals(this, Any);

    public static FeelType ListOf(FeelType item) => new ListType(item);

    public static FeelType ContextOf(params IEnumerable<KeyValuePair<string, FeelType>> fields) => new ContextType(fields);

    public static FeelType RangeOf(FeelType end) => new RangeType(end);

    public static FeelType FunctionOf(IEnumerable<FeelType> parameters, FeelType result) => new FunctionType([.. parameters], result);

    /// <exception cref="FormatException">The text is not a type.</exception>
    public static FeelType Parse(string text)
    {
        if (Parsed.TryGetValue(text, out var known)) return known;
        var type = TypeNotation.TryParse(text, _ => null) ?? throw new FormatException($"“{text}” is not a FEEL type.");
        if (Parsed.Count < MaxParsed) _ = Parsed.TryAdd(text, type);
        return type;
    }

    /// <summary>Whether every value of this type is also one of <paramref name="other"/> (DMN 1.5, 10.3.2.9.2).</summary>
    public abstract bool ConformsTo(FeelType other);

    /// <summary>Whether <paramref name="value"/> is of this type. Null is of every type.</summary>
    public abstract bool Accepts(FeelValue value);

    public abstract bool Equals(FeelType? other);

    public static bool operator ==(FeelType? left, FeelType? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(FeelType? left, FeelType? right) => !(left == right);

    public sealed override bool Equals(object? obj) => Equals(obj as FeelType);

    public abstract override int GetHashCode();

    public abstract override string ToString();
}
