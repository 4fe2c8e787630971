using Huodi.App.Registers;
using Huodi.Domain.Registers;
using Huodi.Web.Layout;

namespace Huodi.Web.Registers;

/// <summary>Addresses and words of registers.</summary>
internal static class RegisterLinks
{
    public static string Register(string id) => $"/registers/{Uri.EscapeDataString(id)}";

    public static string Version(long number) => FormattableString.Invariant($"/registers/versions/{number}");

    public static string Difference(long before, long after) => FormattableString.Invariant($"/registers/diff?before={before}&after={after}");

    /// <summary>The page of what a row is about; null for what has none.</summary>
    public static string? Subject(RegisterSubject subject, string id) => subject switch
    {
        RegisterSubject.Parcel => Links.Parcel(id),
        RegisterSubject.Grant => Links.Grant(id),
        _ => null,
    };

    /// <summary>认定 in green, 疑似 in yellow: the colours of marks and of the map.</summary>
    public static string Style(RegisterStanding standing) => standing == RegisterStanding.Entered ? "mark-good" : "mark-wait";

    public static string Colour(RegisterStanding standing) => standing == RegisterStanding.Entered ? "#0072b2" : "#f0c419";

    /// <summary>An area of whole 0.01 ㎡, with 亩.</summary>
    public static string Area(long? hundredths) => hundredths is { } whole
        ? FormattableString.Invariant($"{whole / 100m:#,0.00} ㎡（{whole / 100m * 0.0015m:#,0.##} 亩）")
        : "面积未知";

    public static string Signed(long hundredths) => FormattableString.Invariant($"{hundredths / 100m:+#,0.00;-#,0.00;0.00} ㎡");

    public static string Code(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Joined => "joined",
        DifferenceKind.Left => "left",
        _ => "changed",
    };
}
