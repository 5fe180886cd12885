using Reconciliation.Benchmarks.DemoMonth.Chance;
using Reconciliation.Benchmarks.DemoMonth.Output;
using Reconciliation.Benchmarks.DemoMonth.People;
using Reconciliation.Benchmarks.Measure.Camt;

namespace Reconciliation.Benchmarks.Measure.Ofx;

/// <summary>One statement of any number of made-up entries, as a bank's customers download it. OFX states the last balance only.</summary>
internal static class LargeOfx
{
    private const int NameLength = 32;

    public static void Write(OfxWriter ofx, int entries, ulong seed) => ofx.Aggregate("OFX", () =>
    {
        ofx.Aggregate("SIGNONMSGSRSV1", () => ofx.Aggregate("SONRS", () =>
        {
            Status(ofx);
            ofx.Element("DTSERVER", "20260930214000");
            ofx.Element("LANGUAGE", "FRA");
        }));
        ofx.Aggregate("BANKMSGSRSV1", () => ofx.Aggregate("STMTTRNRS", () =>
        {
            ofx.Element("TRNUID", "1");
            Status(ofx);
            ofx.Aggregate("STMTRS", () => Statement(ofx, entries, seed));
        }));
    });

    private static void Status(OfxWriter ofx) => ofx.Aggregate("STATUS", () =>
    {
        ofx.Element("CODE", "0");
        ofx.Element("SEVERITY", "INFO");
    });

    private static void Statement(OfxWriter ofx, int count, ulong seed)
    {
        var account = InventedCreditor.Atlantide;
        var balance = account.Opening;
        ofx.Element("CURDEF", "EUR");
        ofx.Aggregate("BANKACCTFROM", () =>
        {
            ofx.Element("BANKID", account.BankCode);
            ofx.Element("BRANCHID", account.BranchCode);
            ofx.Element("ACCTID", account.AccountNumber);
            ofx.Element("ACCTTYPE", "CHECKING");
        });
        ofx.Aggregate("BANKTRANLIST", () =>
        {
            ofx.Element("DTSTART", Day(Calendar.BankDays[0]));
            ofx.Element("DTEND", Day(Calendar.BankDays[^1]));
            var entries = new LargeEntries(new DeterministicRandom(seed));
            for (var number = 1; number <= count; number++)
            {
                var entry = entries.Next(number);
                balance += entry.Amount;
                ofx.Aggregate("STMTTRN", () => Entry(ofx, entry));
            }
        });
        ofx.Aggregate("LEDGERBAL", () =>
        {
            ofx.Element("BALAMT", balance.ToDecimalString());
            ofx.Element("DTASOF", Day(Calendar.BankDays[^1]));
        });
    }

    private static void Entry(OfxWriter ofx, LargeEntry entry)
    {
        ofx.Element("TRNTYPE", Type(entry));
        ofx.Element("DTPOSTED", Day(entry.Booked));
        ofx.Element("DTAVAIL", ofx.IsXml ? Day(entry.Booked) : null);
        ofx.Element("TRNAMT", entry.Amount.ToDecimalString());
        ofx.Element("FITID", entry.Reference);
        ofx.Element("NAME", BankText.Cut(entry.Payments is [var only] ? BankText.Plain(only.Party.Name) : entry.BankText, NameLength));
        ofx.Element("MEMO", Memo(entry));
    }

    private static string Type(LargeEntry entry) => entry.Cfonb switch
    {
        "08" => "DIRECTDEBIT",
        "11" => "POS",
        "62" => "SRVCHG",
        _ => entry.Amount.IsNegative ? "DEBIT" : "CREDIT",
    };

    private static string? Memo(LargeEntry entry) => entry.Payments switch
    {
        [] => null,
        [var payment] => $"{entry.BankText} {string.Join(' ', payment.Remittance)}{(payment.EndToEndId is { } id ? $" REF {id}" : "")}",
        _ => $"{entry.Payments.Length} VIREMENTS",
    };

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
}
