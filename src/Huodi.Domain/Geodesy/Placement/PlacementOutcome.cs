namespace Huodi.Domain.Geodesy.Placement;

/// <summary>What became of the question whether a file's shapes lie where they should.</summary>
public enum PlacementOutcome
{
    /// <summary>They lie in the known extent as the file says.</summary>
    Fits,

    /// <summary>The file says nothing, and one plain reading puts them there.</summary>
    Inferred,

    /// <summary>They do not lie there as the file says, but under one correction they do.</summary>
    Mistaken,

    /// <summary>Several corrections, or several readings of a file that says nothing, are as likely.</summary>
    Ambiguous,

    /// <summary>No reading puts them there.</summary>
    Elsewhere,
}
