namespace Huodi.Rules;

/// <summary>What a row of an output holds.</summary>
public enum ColumnState
{
    /// <summary>A value of the output's kind, in the output's column.</summary>
    Value,

    /// <summary>Facts are missing that would decide; the row's answer names them.</summary>
    Missing,

    /// <summary>Null, an error, or a value of another kind; see the row's answer.</summary>
    Other,
}
