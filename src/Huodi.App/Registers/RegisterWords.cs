using Huodi.Domain.Registers;

namespace Huodi.App.Registers;

/// <summary>Spellings of what a register's row may be: for stores and addresses, and for people.</summary>
public static class RegisterWords
{
    private static readonly (RegisterStanding Value, string Code, string Chinese)[] Standings =
        [(RegisterStanding.Suspected, "suspected", "疑似"), (RegisterStanding.Entered, "entered", "认定")];

    private static readonly (RegisterSubject Value, string Code, string Chinese)[] Subjects =
        [(RegisterSubject.Parcel, "parcel", "宗地"), (RegisterSubject.Grant, "grant", "供地结果"), (RegisterSubject.ApprovalBatch, "approval", "批次余地")];

    private static readonly (OriginKind Value, string Code)[] Origins =
    [
        (OriginKind.Assessment, "assessment"), (OriginKind.Recorded, "recorded"), (OriginKind.Finding, "finding"), (OriginKind.Remainder, "remainder"),
        (OriginKind.Lineage, "lineage"),
    ];

    private static readonly (FindingAct Value, string Code, string Chinese)[] Acts =
        [(FindingAct.Enter, "enter", "认定"), (FindingAct.Exclude, "exclude", "排除")];

    /// <summary>The spelling of stores and addresses.</summary>
    public static string Code(RegisterStanding standing) => Standings.First(s => s.Value == standing).Code;

    /// <summary>The spelling of stores and addresses.</summary>
    public static string Code(RegisterSubject subject) => Subjects.First(s => s.Value == subject).Code;

    /// <summary>The spelling of stores.</summary>
    public static string Code(OriginKind kind) => Origins.First(o => o.Value == kind).Code;

    /// <summary>The spelling of stores.</summary>
    public static string Code(FindingAct act) => Acts.First(a => a.Value == act).Code;

    /// <summary>The Chinese word.</summary>
    public static string Chinese(FindingAct act) => Acts.First(a => a.Value == act).Chinese;

    /// <summary>The Chinese word.</summary>
    public static string Chinese(RegisterStanding standing) => Standings.First(s => s.Value == standing).Chinese;

    /// <summary>The Chinese word.</summary>
    public static string Chinese(RegisterSubject subject) => Subjects.First(s => s.Value == subject).Chinese;

    /// <summary>Reads <see cref="Code(RegisterStanding)"/>.</summary>
    /// <exception cref="FormatException">Any other text.</exception>
    public static RegisterStanding Standing(string code) => Find(Standings, s => s.Code == code, code).Value;

    /// <summary>Reads <see cref="Code(RegisterSubject)"/>.</summary>
    /// <exception cref="FormatException">Any other text.</exception>
    public static RegisterSubject Subject(string code) => Find(Subjects, s => s.Code == code, code).Value;

    /// <summary>Reads <see cref="Code(OriginKind)"/>.</summary>
    /// <exception cref="FormatException">Any other text.</exception>
    public static OriginKind Origin(string code) => Find(Origins, o => o.Code == code, code).Value;

    /// <summary>Reads <see cref="Code(FindingAct)"/>.</summary>
    /// <exception cref="FormatException">Any other text.</exception>
    public static FindingAct Act(string code) => Find(Acts, a => a.Code == code, code).Value;

    private static T Find<T>(T[] all, Predicate<T> fits, string code) =>
        Array.FindIndex(all, fits) is >= 0 and var at ? all[at] : throw new FormatException($"“{code}” is no such word.");
}
