using Huodi.Domain.Warnings;
using Huodi.Policies.Ledger;

namespace Huodi.Web.Warnings;

/// <summary>Addresses, colours and next steps of warnings.</summary>
internal static class WarningLinks
{
    public const string List = "/warnings";

    public static string Of(long number) => FormattableString.Invariant($"{List}/{number}");

    public static string To(long number, WarningAction action) => $"{Of(number)}?do={App.Warnings.WarningCodes.Code(action)}";

    public static string Mark(string level) => level switch
    {
        WarningRules.Overdue => "mark-bad",
        WarningRules.FactsMissing => "mark-off",
        _ => "mark-wait",
    };

    public static string Mark(WarningStatus status) => status switch
    {
        WarningStatus.Given => "mark-wait",
        WarningStatus.Acknowledged or WarningStatus.Delegated => "mark-plain",
        WarningStatus.Closed or WarningStatus.Done => "mark-good",
        _ => "mark-off",
    };

    /// <summary>What to do next about it.</summary>
    public static string Next(Warning warning) => warning.Status switch
    {
        WarningStatus.Given => "下一步：签收",
        WarningStatus.Acknowledged => "下一步：办理，然后办结或者转办",
        WarningStatus.Delegated => $"下一步：由 {(warning.Person.Length > 0 ? warning.Person : warning.Office)} 签收",
        _ => "",
    };

    /// <summary>What the button beside an open warning says.</summary>
    public static string Button(Warning warning) => warning.Status == WarningStatus.Acknowledged ? "办理" : "签收";

    /// <summary>How far the last day lies from a day, for people; empty when it is not known.</summary>
    public static string Left(DateOnly? due, DateOnly today) => (due?.DayNumber - today.DayNumber) switch
    {
        null => "",
        0 => "今天到期",
        > 0 and var days => $"还有 {days} 天",
        var days => $"已过 {-days} 天",
    };
}
