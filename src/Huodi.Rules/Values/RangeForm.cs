namespace Huodi.Rules;

/// <summary>How a range was written: between two ends, or by one comparison. The forms are different values.</summary>
internal enum RangeForm
{
    Interval,
    Below,
    Above,
    Equal,
    NotEqual,
}
