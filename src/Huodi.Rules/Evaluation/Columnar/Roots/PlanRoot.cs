namespace Huodi.Rules.Evaluation.Columnar.Roots;

/// <summary>Computes blocks and writes them to an output.</summary>
internal abstract class PlanRoot
{
    /// <summary>The kind of the output's values; null where it is not known.</summary>
    public abstract FeelKind? Kind { get; }

    public virtual int Scale => 0;

    /// <summary>Whether blocks are computed in columns.</summary>
    public virtual bool IsColumnar => true;

    public abstract void Run(Scratch scratch, ColumnOutput output);
}
