using Huodi.Rules.Syntax;

namespace Huodi.Rules.Binding;

/// <summary>What can be said of the types of operations before they run.</summary>
internal static class TypeRules
{
    public static bool IsDuration(FeelType type) =>
        ReferenceEquals(type, FeelType.DaysTimeDuration) || ReferenceEquals(type, FeelType.YearsMonthsDuration);

    public static bool IsPoint(FeelType type) =>
        ReferenceEquals(type, FeelType.Date) || ReferenceEquals(type, FeelType.DateTime) || ReferenceEquals(type, FeelType.Time);

    /// <summary>Whether nothing speaks against a value of type <paramref name="type"/> being a <paramref name="wanted"/>.</summary>
    public static bool MayBe(FeelType type, FeelType wanted)
    {
        type = Base(type);
        wanted = Base(wanted);
        if (type.IsAny || wanted.IsAny || type.ConformsTo(wanted)) return true;
        return (type, wanted) switch
        {
            (ListType a, ListType b) => MayBe(a.Item, b.Item),
            (RangeType a, RangeType b) => MayBe(a.End, b.End),
            (ContextType a, ContextType b) =>
                b.Fields.All(f => a.Fields.TryGetValue(f.Key, out var own) && MayBe(own, f.Value)) || a.Fields.Count == 0,
            (FunctionType, FunctionType) => true,
            _ => false,
        };
    }

    /// <summary>The type without its constraint on values.</summary>
    public static FeelType Base(FeelType type) => type is ConstrainedType c ? Base(c.Underlying) : type;

    /// <summary>The type without constraints at any depth, as <c>instance of</c> looks at it.</summary>
    public static FeelType Unconstrained(FeelType type) => Base(type) switch
    {
        ListType l => FeelType.ListOf(Unconstrained(l.Item)),
        RangeType r => FeelType.RangeOf(Unconstrained(r.End)),
        ContextType c => FeelType.ContextOf(c.Fields.Select(f => KeyValuePair.Create(f.Key, Unconstrained(f.Value)))),
        var other => other,
    };

    /// <summary>The type of the result, <c>Any</c> where it depends on the values, null where no operation is defined.</summary>
    public static FeelType? Arithmetic(BinaryOperator op, FeelType left, FeelType right)
    {
        left = Base(left);
        right = Base(right);
        var number = FeelType.Number;
        if (left.IsAny || right.IsAny)
        {
            var known = left.IsAny ? right : left;
            if (op is BinaryOperator.Power) return known.IsAny || known == number ? number : null;
            return known == number && op is BinaryOperator.Add or BinaryOperator.Subtract ? number
                : known.IsAny || known == number || IsDuration(known)
                    || (IsPoint(known) && op is BinaryOperator.Add or BinaryOperator.Subtract)
                || (known == FeelType.String && op is BinaryOperator.Add) ? FeelType.Any : null;
        }

        if (left == number && right == number) return number;
        return op switch
        {
            BinaryOperator.Add => Add(left, right) ?? Add(right, left),
            BinaryOperator.Subtract when left == right && (IsPoint(left) || IsDuration(left)) =>
                IsDuration(left) ? left : FeelType.DaysTimeDuration,
            BinaryOperator.Subtract when IsDuration(right) && IsPoint(left) => Add(left, right),
            BinaryOperator.Subtract when IsDay(left) && IsDay(right) => FeelType.DaysTimeDuration,
            BinaryOperator.Multiply when IsDuration(left) && right == number => left,
            BinaryOperator.Multiply when IsDuration(right) && left == number => right,
            BinaryOperator.Divide when IsDuration(left) && right == number => left,
            BinaryOperator.Divide when IsDuration(left) && left == right => number,
            _ => null,
        };
    }

    public static bool Comparable(BinaryOperator op, FeelType left, FeelType right)
    {
        left = Base(left);
        right = Base(right);
        if (left.IsAny || right.IsAny) return true;
        if (op is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            return left == FeelType.Null || right == FeelType.Null || MayBe(left, right) || MayBe(right, left);
        }

        return left == right && left is SimpleType && left != FeelType.Boolean && left != FeelType.Null;
    }

    /// <summary>The narrowest type that both are of.</summary>
    public static FeelType Unify(FeelType left, FeelType right) =>
        left == FeelType.Null ? right
        : right == FeelType.Null || right.ConformsTo(left) ? left
        : left.ConformsTo(right) ? right
        : left is ListType a && right is ListType b ? FeelType.ListOf(Unify(a.Item, b.Item))
        : FeelType.Any;

    public static FeelType Unify(IEnumerable<FeelType> types)
    {
        FeelType? unified = null;
        foreach (var type in types) unified = unified is null ? type : Unify(unified, type);
        return unified ?? FeelType.Any;
    }

    /// <summary>The type of what a loop or a filter sees of <paramref name="type"/>.</summary>
    public static FeelType ItemOf(FeelType type) => Base(type) switch
    {
        ListType l => l.Item,
        RangeType r => r.End,
        var other => other,
    };

    public static FeelType TypeOf(FeelValue value) => value switch
    {
        NullValue => FeelType.Null,
        NumberValue => FeelType.Number,
        StringValue => FeelType.String,
        BooleanValue => FeelType.Boolean,
        DateValue => FeelType.Date,
        TimeValue => FeelType.Time,
        DateTimeValue => FeelType.DateTime,
        DaysTimeValue => FeelType.DaysTimeDuration,
        YearsMonthsValue => FeelType.YearsMonthsDuration,
        ListValue l => FeelType.ListOf(Unify(l.Items.Select(TypeOf))),
        ContextValue c => FeelType.ContextOf(c.Entries.Select(e => KeyValuePair.Create(e.Key, TypeOf(e.Value)))),
        RangeValue r => FeelType.RangeOf(Unify(TypeOf(r.Start), TypeOf(r.End))),
        FunctionValue f => f.Type,
        _ => FeelType.Any,
    };

    private static bool IsDay(FeelType type) => type == FeelType.Date || type == FeelType.DateTime;

    private static FeelType? Add(FeelType left, FeelType right)
    {
        if (left == right && (left == FeelType.String || IsDuration(left))) return left;
        if (!IsPoint(left) || !IsDuration(right)) return null;
        return left == FeelType.Time && right == FeelType.YearsMonthsDuration ? null : left;
    }
}
