namespace Huodi.Rules;

/// <summary>How strictly a text is read and what happens to mistakes at run time.</summary>
public enum FeelMode
{
    /// <summary>As OMG DMN 1.5 says: a mistake at run time is <c>null</c>.</summary>
    Conformant,

    /// <summary>For policies: names, types and typography are checked at load; a mistake at run time is an error of the answer.</summary>
    Strict,
}
