namespace Huodi.App.Imports;

/// <summary>What a diagnostic does to its row.</summary>
public enum ImportSeverity
{
    /// <summary>The row is kept; something in it was left unknown or is doubtful.</summary>
    Warning,

    /// <summary>The row is refused.</summary>
    Error,
}
