namespace Reconciliation.Domain.Statements;

/// <summary>The notations in which banks write statements.</summary>
public enum StatementFormat
{
    /// <summary>ISO 20022 camt.053, end-of-day statement.</summary>
    Camt053,

    /// <summary>ISO 20022 camt.052, intraday report.</summary>
    Camt052,

    /// <summary>ISO 20022 camt.054, debit and credit notification.</summary>
    Camt054,

    /// <summary>SWIFT MT940, customer statement.</summary>
    Mt940,

    /// <summary>SWIFT MT942, interim transaction report.</summary>
    Mt942,

    /// <summary>CFONB relevé de compte, records of 120 characters.</summary>
    Cfonb120,

    /// <summary>Open Financial Exchange 1 (SGML) or 2 (XML).</summary>
    Ofx,

    /// <summary>BAI2, Cash Management Balance Reporting version 2 of the Bank Administration Institute.</summary>
    Bai2,

    /// <summary>Comma-separated export, read by a profile.</summary>
    Csv,
}

/// <summary>What a statement is for, which decides whether it may be posted.</summary>
public enum StatementKind
{
    /// <summary>Booked entries between two balances: the accounting source.</summary>
    EndOfDay,

    /// <summary>A preview of the day (camt.052, MT942): never posted.</summary>
    Intraday,

    /// <summary>Details of single entries (camt.054): enriches, never posted.</summary>
    Notification,
}
