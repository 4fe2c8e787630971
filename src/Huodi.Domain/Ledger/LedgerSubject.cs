namespace Huodi.Domain.Ledger;

/// <summary>The parcel, grant or project that an entry is about.</summary>
public readonly record struct LedgerSubject
{
    private static readonly (LedgerSubjectKind Kind, string Word, string Chinese)[] Words =
    [
        (LedgerSubjectKind.Parcel, "parcel", "宗地"),
        (LedgerSubjectKind.Grant, "grant", "供地结果"),
        (LedgerSubjectKind.Project, "project", "项目"),
    ];

    /// <summary>Takes the kind and the identity.</summary>
    /// <exception cref="DomainException">LEDGER_TEXT: the identity is empty, too long or not plain text.</exception>
    public LedgerSubject(LedgerSubjectKind kind, string id)
    {
        Kind = kind;
        Id = LedgerText.Line("对象编号", id);
    }

    /// <summary>What it is.</summary>
    public LedgerSubjectKind Kind { get; }

    /// <summary>Identity: the parcel's, the 电子监管号, the project's number.</summary>
    public string Id { get; }

    /// <summary>The kind as stores, hashes and the command line write it: <c>parcel</c>, <c>grant</c>, <c>project</c>.</summary>
    public string Word => Words[(int)Kind].Word;

    /// <summary>The kind for people.</summary>
    public string Chinese => Words[(int)Kind].Chinese;

    /// <summary>As people write it, and as <see cref="Parse"/> reads it: 供地结果:3401112007B00001.</summary>
    public string Named => $"{Chinese}:{Id}";

    /// <summary>Reads <c>parcel:340111001</c> or <c>宗地:340111001</c>.</summary>
    /// <exception cref="DomainException">LEDGER_SUBJECT: no such kind, or nothing behind the colon.</exception>
    public static LedgerSubject Parse(string text)
    {
        var colon = text.IndexOfAny([':', '：']);
        return colon > 0 && colon < text.Length - 1
            ? new LedgerSubject(KindOf(text[..colon]), text[(colon + 1)..])
            : throw Unknown(text);
    }

    /// <summary>The kind of that English or Chinese word.</summary>
    /// <exception cref="DomainException">LEDGER_SUBJECT: there is none.</exception>
    public static LedgerSubjectKind KindOf(string word)
    {
        foreach (var (kind, english, chinese) in Words)
        {
            if (word == english || word == chinese) return kind;
        }

        throw Unknown(word);
    }

    /// <summary><c>grant:3401112007B00001</c>.</summary>
    public override string ToString() => $"{Word}:{Id}";

    private static DomainException Unknown(string text) =>
        new("LEDGER_SUBJECT", $"“{text}”不是台账对象。写成 供地结果:电子监管号、宗地:宗地编号 或 项目:项目编号（也可以写 grant:、parcel:、project:）。");
}
