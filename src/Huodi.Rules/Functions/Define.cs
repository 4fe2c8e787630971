namespace Huodi.Rules.Functions;

/// <summary>Short words for writing down signatures.</summary>
internal static class Define
{
    public static readonly FeelType Any = FeelType.Any;
    public static readonly FeelType Number = FeelType.Number;
    public static readonly FeelType Text = FeelType.String;
    public static readonly FeelType Truth = FeelType.Boolean;
    public static readonly FeelType List = FeelType.ListOf(FeelType.Any);
    public static readonly FeelType Numbers = FeelType.ListOf(FeelType.Number);
    public static readonly FeelType Context = FeelType.ContextOf();

    public static Builtin Function(string name, params Signature[] signatures) => new(name, signatures);

    public static Signature Takes(FeelType result, BuiltinParameter[] parameters, Func<FeelValue[], FeelValue?> body) =>
        new(parameters, result, body);

    public static Signature Many(FeelType result, BuiltinParameter each, Func<FeelValue[], FeelValue?> body) =>
        new([each], result, body, Variadic: true);

    public static BuiltinParameter P(string name, FeelType type) => new(name, type);

    public static BuiltinParameter Optional(string name, FeelType type) => new(name, type, Optional: true);

    public static BuiltinParameter Nullable(string name, FeelType type) => new(name, type, Nullable: true);

    public static FeelValue[] Items(FeelValue list) => ((ListValue)list).Items;

    public static ListValue ListOf(IEnumerable<FeelValue> items) => new([.. items]);

    /// <summary>A whole number of the range of int, or null.</summary>
    public static int? Whole(FeelValue value) =>
        value is NumberValue n && n.Value == decimal.Truncate(n.Value) && Math.Abs(n.Value) < int.MaxValue ? (int)n.Value : null;

    /// <summary>The type of a list's items, for functions that give an item.</summary>
    public static FeelType ItemType(IReadOnlyList<FeelType> types) => types.Count == 0 ? Any : Binding.TypeRules.ItemOf(types[0]);

    /// <summary>The type of the first argument as a list, for functions that give a list of the same items.</summary>
    public static FeelType SameList(IReadOnlyList<FeelType> types) => FeelType.ListOf(ItemType(types));
}
