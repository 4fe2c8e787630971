namespace Huodi.Policies.Registers;

/// <summary>What is asked of a fact.</summary>
public enum FactTest
{
    /// <summary>That it has a certain value.</summary>
    Equal,

    /// <summary>已知: that it is recorded.</summary>
    Known,

    /// <summary>未知: that it is not.</summary>
    Unknown,
}
