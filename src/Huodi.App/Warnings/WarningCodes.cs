using Huodi.App.Stores;
using Huodi.Domain.Warnings;

namespace Huodi.App.Warnings;

/// <summary>Statuses and acts as stores write them, and the errors that both stores give.</summary>
public static class WarningCodes
{
    /// <summary>The status.</summary>
    public static string Code(WarningStatus status) => status switch
    {
        WarningStatus.Given => "given",
        WarningStatus.Acknowledged => "acknowledged",
        WarningStatus.Delegated => "delegated",
        WarningStatus.Closed => "closed",
        WarningStatus.Done => "done",
        WarningStatus.Void => "void",
        _ => "superseded",
    };

    /// <summary>The act.</summary>
    public static string Code(WarningAction action) => action switch
    {
        WarningAction.Acknowledge => "acknowledge",
        WarningAction.Delegate => "delegate",
        WarningAction.Close => "close",
        WarningAction.Escalate => "escalate",
        WarningAction.Done => "done",
        WarningAction.Void => "void",
        WarningAction.Supersede => "supersede",
        _ => "reopen",
    };

    /// <summary>The status that a store wrote.</summary>
    /// <exception cref="StoreException">STORE_CORRUPT.</exception>
    public static WarningStatus Status(string code) => Read<WarningStatus>(code, Code);

    /// <summary>The act that a store wrote.</summary>
    /// <exception cref="StoreException">STORE_CORRUPT.</exception>
    public static WarningAction Action(string code) => Read<WarningAction>(code, Code);

    /// <summary>Somebody else runs.</summary>
    public static StoreException Running() =>
        new("WARNING_RUNNING", "另一个进程正在运行每日预警，本次没有运行，也没有重复发出。等它结束后用 huodi warnings run 查看结果。");

    /// <summary>The run was cut off. Whether it had just been kept, nobody here can know; running again is right in either case.</summary>
    public static StoreException Lost(string store, Exception inner) => new(
        "STORE_UNREACHABLE", $"运行每日预警的中途，与数据库 {store} 的连接断了。连接恢复后重新运行 huodi warnings run：已经保存的不会重复发出，没有保存的照样补发。", inner);

    /// <summary>Somebody runs while the store is to be replaced: what the run has reckoned would come into another store.</summary>
    public static StoreException Replacing() => new("WARNING_RUNNING", "另一个进程正在运行每日预警，没有恢复，原库没有改动。等它结束后重试。");

    /// <summary>There is no such warning.</summary>
    public static StoreException Unknown(long number) => new("WARNING_UNKNOWN", $"没有第 {number} 号预警。请用 huodi warnings list 核对编号。");

    /// <summary>Somebody was first.</summary>
    public static StoreException Changed(Warning now, WarningEvent last) => new(
        "WARNING_CHANGED",
        $"第 {now.Number} 号预警已在 {last.Moment.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm:ss} 由 {last.Act.By} {WarningLife.Chinese(last.Act.Action)}，现在是{WarningLife.Chinese(now.Status)}，您的操作没有记下。请重新打开看过后再办。");

    private static T Read<T>(string code, Func<T, string> name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (name(value) == code) return value;
        }

        throw new StoreException("STORE_CORRUPT", $"预警里有不认识的状态“{code}”，请从备份恢复。");
    }
}
