namespace Huodi.Rules.Evaluation.Columnar.Nodes;

/// <summary>A part of a plan. Each is computed at most once a block.</summary>
internal abstract class PlanNode
{
    /// <summary>Its vector's place in the scratch; set when the plan is made.</summary>
    public int Id { get; set; }
}

/// <summary>A part whose values are truth values.</summary>
internal abstract class TruthNode : PlanNode
{
    public Vec Of(Scratch scratch)
    {
        var vec = scratch[Id];
        if (vec.LongsStamp == scratch.Stamp) return vec;
        vec.LongsStamp = scratch.Stamp;
        Run(scratch, vec);
        return vec;
    }

    protected abstract void Run(Scratch scratch, Vec vec);
}
