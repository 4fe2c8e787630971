namespace Huodi.Rules.Tests.Columnar;

/// <summary>Random rows, as columns and as facts: every layout of column, some facts missing, some columns absent.</summary>
internal sealed class RandomBatch
{
    public static readonly FeelScope Scope = new FeelScope()
        .Declare("a", FeelType.Number).Declare("b", FeelType.Number).Declare("面积", FeelType.Number)
        .Declare("p", FeelType.Boolean).Declare("q", FeelType.Boolean)
        .Declare("s", FeelType.String).Declare("t", FeelType.String).Declare("d", FeelType.Date);

    private static readonly decimal[] Numbers =
        [0, 1, 2, 3, 5, -3, 0.25m, 7.125m, 99.5m, 100, 100.01m, 123456.78m, -0.5m];

    private static readonly decimal[] Extremes = [9_000_000_000_000_000_000m, 3_037_000_500m, 7e27m, -4_000_000_000.25m, 0.00000000001m];

    private static readonly string[] Texts = ["甲", "乙", "丙", "丁", "外"];

    private readonly Dictionary<string, FeelValue?[]> values = [];
    private readonly Random random;
    private readonly Func<decimal>? numbers;

    public RandomBatch(Random random, int rows, Func<decimal>? numbers = null)
    {
        (this.random, this.numbers, Rows) = (random, numbers, rows);
        Batch = new ColumnBatch(rows);
        foreach (var (name, type) in Scope.Names) Add(name, type);
    }

    public int Rows { get; }

    public ColumnBatch Batch { get; }

    public Facts Facts(int row)
    {
        var facts = new Facts();
        foreach (var (name, column) in values)
        {
            if (column[row] is { } value) _ = facts.With(name, value);
        }

        return facts;
    }

    private void Add(string name, FeelType type)
    {
        var shape = random.Next(12);
        var gaps = random.Next(3);
        var extremes = random.Next(4) == 0;
        var column = new FeelValue?[Rows];
        for (var i = 0; i < Rows && shape > 0; i++)
        {
            column[i] = gaps > 0 && random.Next(gaps == 1 ? 50 : 3) == 0 ? null : Value(type, extremes);
        }

        values[name] = column;
        if (shape > 0) _ = Batch.With(name, shape == 1 ? ValueColumn.Of(column) : Typed(type, column, shape));
    }

    private FeelValue Value(FeelType type, bool extremes) =>
        type == FeelType.Boolean ? FeelValue.Of(random.Next(2) == 0)
        : type == FeelType.String ? FeelValue.Of(Texts[random.Next(Texts.Length)])
        : type == FeelType.Date ? FeelValue.Of(new DateOnly(2024, 1, 1).AddDays(random.Next(-3, 6)))
        : numbers is not null ? FeelValue.Of(numbers())
        : FeelValue.Of(extremes && random.Next(20) == 0 ? Extremes[random.Next(Extremes.Length)] : Numbers[random.Next(Numbers.Length)]);

    private static Column Typed(FeelType type, FeelValue?[] column, int shape)
    {
        if (type == FeelType.Boolean) return BooleanColumn.Of(Array.ConvertAll(column, v => v?.AsBoolean()));
        if (type == FeelType.String) return StringColumn.Of(Array.ConvertAll(column, v => v?.AsString()));
        if (type == FeelType.Date) return DateColumn.Of(Array.ConvertAll(column, v => v?.AsDate()));
        var numbers = Array.ConvertAll(column, v => v?.AsNumber());
        if (shape > 3) return NumberColumn.Of(numbers);
        var valid = new ulong[(column.Length + 63) / 64];
        for (var i = 0; i < column.Length; i++) valid[i / 64] |= column[i] is null ? 0 : 1UL << i;
        return NumberColumn.OfDecimals(Array.ConvertAll(numbers, n => n ?? 0), valid);
    }
}
