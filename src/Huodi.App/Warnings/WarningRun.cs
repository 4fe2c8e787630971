namespace Huodi.App.Warnings;

/// <summary>A daily run as it was kept, whole.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="Day">The day it is for.</param>
/// <param name="RanAt">When it was kept.</param>
/// <param name="By">Who or what started it.</param>
/// <param name="LedgerEntries">How many entries the ledger had at its beginning.</param>
/// <param name="Given">Warnings given.</param>
/// <param name="Changed">Events recorded: closed, escalated, reopened.</param>
public sealed record WarningRun(long Number, DateOnly Day, DateTimeOffset RanAt, string By, long LedgerEntries, long Given, long Changed)
{
    /// <summary>Its name in the history of a warning.</summary>
    public string Name => $"每日预警第 {Number} 次（{Day:yyyy-MM-dd}）";
}
