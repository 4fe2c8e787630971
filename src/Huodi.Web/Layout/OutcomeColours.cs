using Huodi.Policies.Answers;

namespace Huodi.Web.Layout;

/// <summary>One colour an outcome, on the map, in legends and marks. Told apart by people who see red and green alike; the word always stands beside it.</summary>
internal static class OutcomeColours
{
    /// <summary>For what no run has judged.</summary>
    public const string NotAssessed = "#ffffff";

    /// <summary>The colour, or that of what was not judged.</summary>
    public static string Of(Outcome? outcome) => outcome switch
    {
        Outcome.Met => "#0072b2",
        Outcome.NeedsDetermination => "#cc79a7",
        Outcome.NotMet => "#d55e00",
        Outcome.NeedsFacts => "#f0c419",
        Outcome.Value => "#009e73",
        Outcome.NotApplicable => "#9aa5b1",
        Outcome.NotInForce => "#d5dae1",
        _ => NotAssessed,
    };

    /// <summary>The Chinese name, 未评估 for none.</summary>
    public static string Name(Outcome? outcome) => outcome?.Chinese() ?? "未评估";
}
