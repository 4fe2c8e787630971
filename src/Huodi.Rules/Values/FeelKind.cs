namespace Huodi.Rules;

/// <summary>The kinds of value that FEEL knows (DMN 1.5, 10.3.2).</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "The names of the FEEL types.")]
public enum FeelKind
{
    Null,
    Number,
    String,
    Boolean,
    Date,
    Time,
    DateTime,
    DaysTimeDuration,
    YearsMonthsDuration,
    List,
    Context,
    Range,
    Function,
}
