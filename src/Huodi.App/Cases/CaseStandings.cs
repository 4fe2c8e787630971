namespace Huodi.App.Cases;

/// <summary>Words for how a case stands.</summary>
public static class CaseStandings
{
    /// <summary>For people.</summary>
    public static string Chinese(this CaseStanding standing) => standing switch
    {
        CaseStanding.Running => "在办",
        CaseStanding.Closed => "结案",
        CaseStanding.Ended => "终止",
        _ => "待核对",
    };
}
