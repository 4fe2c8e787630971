using Huodi.Policies.Packages;

namespace Huodi.Policies.Loading;

/// <summary>Reads a Markdown table as a decision table: hit policy and rule numbers in the first column, inputs, then outputs.
/// Outputs are the columns after one headed <c>→</c>, or the last column where there is none.</summary>
internal static class TableReader
{
    private const string Arrow = "→";

    public static DecisionTable Read(PolicyDocument.TablePart table, string file, DiagnosticBag bag)
    {
        var header = table.Rows[0];
        var arrow = header.ToList().IndexOf(Arrow);
        var outputsFrom = arrow < 0 ? header.Count - 1 : arrow + 1;
        var inputsTo = arrow < 0 ? outputsFrom : arrow;
        if (inputsTo < 2 || outputsFrom >= header.Count)
            bag.Error(file, table.Line, "TABLE_SHAPE", "决策表至少要有命中方式、一个输入列和一个结果列。", "第一格写 U、F 或 C，最后一列写结果。");
        var rows = new List<IReadOnlyList<string>>();
        for (var i = 1; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            if (row.Count != header.Count)
            {
                bag.Error(file, table.Line + i + 1, "TABLE_RAGGED", $"此行有 {row.Count} 格，表头有 {header.Count} 格。", "补齐或删去多余的“|”；不限定的输入写“-”。");
                continue;
            }

            rows.Add([.. row.Take(inputsTo).Skip(1), .. row.Skip(outputsFrom)]);
        }

        return new(header[0], [.. header.Take(inputsTo).Skip(1)], [.. header.Skip(outputsFrom)], rows, table.Line);
    }
}
