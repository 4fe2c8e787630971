namespace Huodi.Rules;

/// <summary>A range between two ends; an end that is null is open to infinity.</summary>
internal sealed class RangeValue(
    FeelValue start, bool startIncluded, FeelValue end, bool endIncluded, RangeForm form = RangeForm.Interval) : FeelValue
{
    public RangeForm Form => form;

    public FeelValue Start => start;

    public bool StartIncluded => startIncluded;

    public FeelValue End => end;

    public bool EndIncluded => endIncluded;

    public override FeelKind Kind => FeelKind.Range;

    internal override bool HasHoles => start.IsUndecided || end.IsUndecided;

    public override bool Equals(FeelValue? other) =>
        other is RangeValue r && r.Form == form && r.StartIncluded == startIncluded && r.EndIncluded == endIncluded
        && r.Start.Equals(start) && r.End.Equals(end);

    public override int GetHashCode() => HashCode.Combine(start, startIncluded, end, endIncluded);

    public override string ToString() => form switch
    {
        RangeForm.Below => $"({(endIncluded ? "<=" : "<")}{end})",
        RangeForm.Above => $"({(startIncluded ? ">=" : ">")}{start})",
        RangeForm.Equal => $"(={start})",
        RangeForm.NotEqual => $"(!={start})",
        _ => $"{(startIncluded ? '[' : '(')}{start}..{end}{(endIncluded ? ']' : ')')}",
    };
}
