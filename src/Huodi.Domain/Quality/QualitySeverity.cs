namespace Huodi.Domain.Quality;

/// <summary>How much a finding weighs.</summary>
public enum QualitySeverity
{
    /// <summary>提示: worth knowing; nothing has to be done.</summary>
    Note,

    /// <summary>警告: probably wrong; a person should look.</summary>
    Warning,

    /// <summary>错误: the shape or code cannot be used as it is.</summary>
    Error,
}
