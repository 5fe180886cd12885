namespace Reconciliation.Domain.Calendars;

/// <summary>A part of the French Republic with public holidays of its own.</summary>
public enum Territory
{
    /// <summary>Metropolitan France without Alsace-Moselle; Corsica included.</summary>
    Metropole,

    /// <summary>Bas-Rhin (67), Haut-Rhin (68) and Moselle (57), with their local law.</summary>
    AlsaceMoselle,

    /// <summary>Guadeloupe (971).</summary>
    Guadeloupe,

    /// <summary>Martinique (972).</summary>
    Martinique,

    /// <summary>French Guiana (973).</summary>
    Guyane,

    /// <summary>La Réunion (974).</summary>
    Reunion,

    /// <summary>Saint-Pierre-et-Miquelon (975).</summary>
    SaintPierreEtMiquelon,

    /// <summary>Mayotte (976).</summary>
    Mayotte,

    /// <summary>Saint-Barthélemy (977, formerly 97133).</summary>
    SaintBarthelemy,

    /// <summary>Saint-Martin (978, formerly 97150).</summary>
    SaintMartin,

    /// <summary>Wallis-et-Futuna (986).</summary>
    WallisEtFutuna,

    /// <summary>French Polynesia (987).</summary>
    PolynesieFrancaise,

    /// <summary>New Caledonia (988).</summary>
    NouvelleCaledonie,

    /// <summary>Outside the Republic: no French holiday holds.</summary>
    Abroad,
}
