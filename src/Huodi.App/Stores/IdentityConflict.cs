using Huodi.App.Imports;
using Huodi.Domain.Facts;

namespace Huodi.App.Stores;

/// <summary>The refusal of an item whose identity is in the store already with other content. Both stores word it alike.</summary>
public static class IdentityConflict
{
    /// <summary>The stable diagnostic code.</summary>
    public const string Code = "IDENTITY_CONFLICT";

    /// <summary>The refused row.</summary>
    /// <param name="identity">The identity in words, for example 宗地“340111001”.</param>
    /// <param name="facts">The item's facts, which say where in the file it was read; empty when it has none.</param>
    /// <param name="differences">What differs; not empty.</param>
    /// <param name="cells">Gives the original cells of its row; null when the file has none.</param>
    public static RefusedRow Refuse(string identity, FactSheet facts, IReadOnlyList<string> differences, RowCells? cells)
    {
        var row = facts.All.Count > 0 ? facts.All[0].Source.Row : 0;
        var diagnostic = new ImportDiagnostic(
            row,
            "",
            Code,
            ImportSeverity.Error,
            $"{identity}已在库中，内容不同（{string.Join("；", differences)}）。",
            "库中记录保持不变。文件有误的，改正该行后重新导入；本是另一对象的，改用其自己的编号；库中记录有误的，用改正后的文件导入新库。");
        return new RefusedRow(row, cells?.Invoke(row) ?? [], [diagnostic]);
    }
}
