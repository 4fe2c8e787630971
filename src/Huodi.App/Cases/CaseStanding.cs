namespace Huodi.App.Cases;

/// <summary>How a case stands.</summary>
public enum CaseStanding
{
    /// <summary>在办.</summary>
    Running,

    /// <summary>结案: its last step had an outcome behind which nothing follows.</summary>
    Closed,

    /// <summary>终止: an article ended it from outside.</summary>
    Ended,

    /// <summary>待核对: what is recorded does not fit together, so that nobody can say which step is next.</summary>
    Broken,
}
