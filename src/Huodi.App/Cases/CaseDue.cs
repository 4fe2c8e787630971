namespace Huodi.App.Cases;

/// <summary>When the next step of a case is due; windows of a list, not periods of the law.</summary>
public enum CaseDue
{
    /// <summary>已过期.</summary>
    Overdue,

    /// <summary>Within seven days.</summary>
    Week,

    /// <summary>Within thirty days.</summary>
    Month,

    /// <summary>The last day cannot be worked out.</summary>
    Unknown,

    /// <summary>No article sets one.</summary>
    None,
}
