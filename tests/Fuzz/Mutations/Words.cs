namespace Reconciliation.Fuzz.Mutations;

/// <summary>What the formats know, in places where it may not belong.</summary>
internal static class Words
{
    /// <summary>Numbers at the edges of what an amount, a count or a date can be.</summary>
    public static IReadOnlyList<string> Numbers { get; } =
    [
        "0", "-0", "-1", "1", "00", "0.001", "0,005", ".", ",", "1.", ".1", "1e9", "1E-3", "+7", "1 000", "1'000.00", "1.234.567,89", "0x10", "NaN",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "92233720368547758.07", "92233720368547758.08", "23058430092136939.51",
        "99999999999999999999999999999999999999", "18446744073709551616", "2147483647", "2147483648", "999999999999999,99", "٣٤٥",
        "20260230", "00000000", "99999999", "260229", "000000", "999999", "9999-12-31", "0001-01-01", "10000-01-01", "2026-13-01", "2026-02-29",
        "2026-01-01T24:00:00", "2026-01-01T00:00:00+99:00", "20260101120000.000[-5:EST]", "20260101120000[+999:X]", "00", "99", "120", "64", "65",
    ];

    /// <summary>Tags, codes and marks of every format.</summary>
    public static IReadOnlyList<string> OfFormats { get; } =
    [
        // camt
        "<Ntry>", "</Ntry>", "<Stmt>", "</Stmt>", "<TxDtls>", "</TxDtls>", "<NtryDtls/>", "<Bal>", "<Amt Ccy=\"EUR\">1</Amt>", "<Amt Ccy=\"\">", "OPBD", "CLBD",
        "PRCD", "ITBD", "CRDT", "DBIT", "BOOK", "PDNG", "INFO", "RvslInd", "<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&#x0;", "&#x10FFFF;", "&#xD800;",
        "&lol;", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<?xml version=\"1.1\"?>", "<?pi ?>", "xmlns=\"\"", "xmlns:a=\"urn:a\"", "xml:space=\"preserve\"", "EUR", "JPY",
        "BHD", "XXX", "ZZZ",
        // SWIFT
        "\n:20:", "\n:25:", "\n:28C:", "\n:60F:", "\n:60M:", "\n:61:", "\n:62F:", "\n:62M:", "\n:64:", "\n:86:", "\n:34F:", "\n:13D:", "\n:90C:", "\n-\n", "-}", "{4:",
        "{1:F01", "{5:}", "RC", "RD", "EC", "NTRF", "NONREF", "//", "?20", "?30", "?32", "?60", "SVWZ+", "EREF+", "KREF+", "/EREF/", "/REMI/", "\n:", "::",
        // CFONB 120
        "\n01", "\n04", "\n05", "\n07", "LIB", "LCC", "NPY", "NBE", "RCN", "MMO", "{", "}", "A", "J", "R",
        // OFX
        "<OFX>", "</OFX>", "<STMTTRN>", "</STMTTRN>", "<TRNAMT>", "<FITID>", "<DTPOSTED>", "<LEDGERBAL>", "<CURDEF>", "OFXHEADER:100", "ENCODING:UTF-8", "CHARSET:1252", "<", ">", "&lt",
        // BAI2
        "\n01,", "\n02,", "\n03,", "\n16,", "\n88,", "\n49,", "\n98,", "\n99,", "/", ",,", "Z", "S", "V", "D", "010", "015", "890", "475", "100",
        // CSV
        ";", "\t", "\"", "\"\"", "\"\n", "Datum", "Date", "Montant", "Betrag", "Saldo", "Solde", "sep=;", "'", "=1+1",
    ];
}
