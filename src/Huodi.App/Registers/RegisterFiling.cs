using Huodi.App.Stores;
using Huodi.Domain.Registers;

namespace Huodi.App.Registers;

/// <summary>What both stores hold a filing to. Both word it alike.</summary>
public static class RegisterFiling
{
    /// <summary>Whether nobody filed since the version was drafted.</summary>
    /// <param name="version">The version to file.</param>
    /// <param name="newest">The newest version of its register and region, or null.</param>
    /// <exception cref="StoreException">REGISTER_MOVED_ON.</exception>
    public static void CheckBase(RegisterVersion version, RegisterVersion? newest)
    {
        if (newest?.Number == version.Base) return;
        var stands = newest is null ? "还没有任何版本" : $"现在最新的是第 {newest.Number} 号“{newest.Name}”，由{newest.FiledBy}备案";
        throw new StoreException(
            "REGISTER_MOVED_ON",
            $"“{version.Name}”是依{(version.Base is { } at ? $"第 {at} 号版本" : "没有版本时的状态")}起草的，{stands}。没有备案。请重新起草，核对差异后再备案。");
    }

    /// <summary>Whether the name is free.</summary>
    /// <exception cref="StoreException">REGISTER_NAME_TAKEN.</exception>
    public static void CheckName(RegisterVersion version, bool isTaken)
    {
        if (isTaken) throw new StoreException("REGISTER_NAME_TAKEN", $"已有名为“{version.Name}”的版本，没有备案。请用 --name 另取一个名称。");
    }

    /// <summary>The registered area of a row in whole 0.01 ㎡, for lists; the measured one where none is recorded; null without either.</summary>
    public static long? Hundredths(RegisterEntry entry) =>
        (entry.Subject == RegisterSubject.ApprovalBatch ? null : RegisteredArea.Hundredths(entry.Facts)) ?? entry.MeasuredArea?.Hundredths;
}
