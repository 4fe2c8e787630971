namespace Huodi.Policies.Letters;

/// <summary>The form of an official letter, kept beside the law it carries out.</summary>
public sealed record LetterTemplate
{
    /// <summary><c>package/name</c>, for example <c>cn-idle-land-2012/闲置土地调查通知书</c>.</summary>
    public required string Id { get; init; }

    /// <summary>标题 of the letter.</summary>
    public required string Title { get; init; }

    /// <summary>Package beside which it stands.</summary>
    public required string Package { get; init; }

    /// <summary>Ids of the articles it rests on.</summary>
    public required IReadOnlyList<string> Basis { get; init; }

    /// <summary>Decisions that must hold before it may be made; empty when there are none.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>What must be filled in by hand, <see cref="LetterEntry.Always"/> included.</summary>
    public required IReadOnlyList<LetterEntry> Entries { get; init; }

    /// <summary>File below the policies folder, with /.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the template's text with LF line ends, lower-case hex.</summary>
    public required string Hash { get; init; }

    internal IReadOnlyList<LetterBlock> Blocks { get; init; } = [];
}
