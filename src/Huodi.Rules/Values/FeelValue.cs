using Huodi.Rules.Temporal;

namespace Huodi.Rules;

/// <summary>
/// An immutable FEEL value. Equality is FEEL's <c>is</c>-free structural equality (1.0 equals 1.00; the order of a context's
/// entries does not matter). <see cref="ToString"/> gives the FEEL literal, the same under every culture.
/// </summary>
public abstract class FeelValue : IEquatable<FeelValue>
{
    public static readonly FeelValue Null = new NullValue();
    public static readonly FeelValue True = new BooleanValue(true);
    public static readonly FeelValue False = new BooleanValue(false);

    private protected FeelValue()
    {
    }

    public abstract FeelKind Kind { get; }

    public bool IsNull => ReferenceEquals(this, Null);

    /// <summary>Whether this stands for a value that is not there: a missing fact or an error (never seen outside the engine).</summary>
    internal virtual bool IsUndecided => false;

    /// <summary>How deep lists and contexts are nested in each other: comparing and writing them descends as deep.</summary>
    internal virtual int Depth => 0;

    /// <summary>Whether an item or entry, at any depth, is undecided.</summary>
    internal virtual bool HasHoles => false;

    public static FeelValue Of(decimal value) => NumberValue.Of(value);

    public static FeelValue Of(string value) => value.Length == 0 ? StringValue.Empty : new StringValue(value);

    public static FeelValue Of(bool value) => value ? True : False;

    public static FeelValue Of(DateOnly value) => new DateValue(CalendarDate.Of(value));

    public static FeelValue Of(TimeOnly value) => new TimeValue(new ClockTime(value.Ticks * 100, null));

    /// <summary>A local date and time (the <see cref="DateTime.Kind"/> is not looked at).</summary>
    public static FeelValue Of(DateTime value) =>
        new DateTimeValue(CalendarDate.Of(DateOnly.FromDateTime(value)), new ClockTime(value.TimeOfDay.Ticks * 100, null));

    public static FeelValue Of(DateTimeOffset value) => new DateTimeValue(
        CalendarDate.Of(DateOnly.FromDateTime(value.DateTime)),
        new ClockTime(value.TimeOfDay.Ticks * 100, FeelZone.OfOffset((int)value.Offset.TotalSeconds)));

    /// <summary>A days and time duration.</summary>
    public static FeelValue Of(TimeSpan value) => new DaysTimeValue(value.Ticks / 10_000_000m);

    /// <summary>A years and months duration.</summary>
    public static FeelValue OfMonths(long months) => new YearsMonthsValue(months);

    /// <exception cref="InvalidOperationException">Values are nested deeper than 500 levels (also for contexts).</exception>
    public static FeelValue List(params IEnumerable<FeelValue> items) => new ListValue([.. items]);

    /// <summary>A context; entries keep their order.</summary>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public static FeelValue Context(IEnumerable<KeyValuePair<string, FeelValue>> entries) => new ContextValue(entries);

    /// <summary>A range; <see cref="Null"/> for an end that is open to infinity.</summary>
    public static FeelValue Range(FeelValue start, bool startIncluded, FeelValue end, bool endIncluded) =>
        new RangeValue(start, startIncluded, end, endIncluded);

    /// <exception cref="InvalidOperationException">The value is of another kind, or does not fit (also for the members below).</exception>
    public virtual decimal AsNumber() => throw Not("number");

    public virtual string AsString() => throw Not("string");

    public virtual bool AsBoolean() => throw Not("boolean");

    public virtual DateOnly AsDate() => throw Not("date");

    /// <summary>The days and time duration.</summary>
    public virtual TimeSpan AsTimeSpan() => throw Not("days and time duration");

    /// <summary>The months of a years and months duration.</summary>
    public virtual long AsMonths() => throw Not("years and months duration");

    public virtual IReadOnlyList<FeelValue> AsList() => throw Not("list");

    /// <summary>The entries, in their order.</summary>
    public virtual IReadOnlyDictionary<string, FeelValue> AsContext() => throw Not("context");

    public abstract bool Equals(FeelValue? other);

    public sealed override bool Equals(object? obj) => Equals(obj as FeelValue);

    public abstract override int GetHashCode();

    public abstract override string ToString();

    /// <summary>One level more than the deepest part.</summary>
    private protected static int DepthAbove(int depth) =>
        depth < 500 ? depth + 1 : throw new Evaluation.LimitReachedException("列表和上下文嵌套超过 500 层");

    private InvalidOperationException Not(string wanted) => new($"A {wanted} was asked of {this}.");
}
