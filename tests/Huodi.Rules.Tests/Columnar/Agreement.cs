namespace Huodi.Rules.Tests.Columnar;

/// <summary>Compares what the three ways of running give for every row of a batch.</summary>
internal static class Agreement
{
    public static void Check(
        string text, ColumnarKernel kernel, RandomBatch rows, Func<IFacts, Answer> scalar, Func<IFacts, TraceNode> traced, ColumnOutput output)
    {
        kernel.Run(rows.Batch, output);
        var numbers = new decimal[rows.Rows];
        output.CopyNumbers(numbers);
        var counts = new int[3];
        for (var row = 0; row < rows.Rows; row++)
        {
            var expected = scalar(rows.Facts(row));
            var actual = output.Answer(row);
            var state = !expected.IsDecided && expected.Error is null ? ColumnState.Missing
                : expected.IsDecided && !expected.Value.IsNull && (output.Kind ?? expected.Value.Kind) == expected.Value.Kind ? ColumnState.Value
                : ColumnState.Other;
            counts[(int)state]++;
            Assert.True(expected == actual, $"{text}, row {row}: {actual}, not {expected}");
            Assert.True(state == output.State(row), $"{text}, row {row}: {output.State(row)}, not {state} ({expected})");
            if (row % 7 == 0) Assert.True(expected == traced(rows.Facts(row)).Answer, $"{text}, row {row}: traced otherwise than {expected}");
            if (output.Kind == FeelKind.Number && state == ColumnState.Value)
            {
                Assert.Equal(expected.Value.AsNumber(), output.Number(row));
                Assert.Equal(numbers[row], output.Number(row));
            }
        }

        foreach (var state in Enum.GetValues<ColumnState>()) Assert.Equal(counts[(int)state], output.Count(state));
    }
}
