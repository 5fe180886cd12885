using System.Globalization;
using Reconciliation.Domain.Ledger;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Recovery;

namespace Reconciliation.Domain.Tests.Recovery;

/// <summary>
/// A table of <c>time | what happens | what is planned then</c>. Running it gives the same table with the third column
/// as the planner answers; README.md of the fixtures lists the words of the second.
/// </summary>
internal sealed class Scenario
{
    private readonly Case _case = new();

    public static string Run(string table)
    {
        var scenario = new Scenario();
        return string.Join('\n', table.TrimEnd().Split('\n').Select(scenario.Line)) + "\n";
    }

    private string Line(string line)
    {
        var cells = line.Split('|');
        if (cells.Length < 2 || line.StartsWith('#'))
            return line.TrimEnd();
        _case.Now = Case.At(cells[0].Trim());
        return $"{cells[0]}|{cells[1]}| {Happens(cells[1].Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries))}";
    }

    private string Happens(string[] words)
    {
        switch (words)
        {
            case ["debtor", var kind, .. var channels]:
                Debtor(Enum.Parse<DebtorKind>(kind, ignoreCase: true), channels);
                break;
            case ["invoice", var number, var amount, "due", var due]:
                _case.Invoice(number, amount, due);
                break;
            case ["credit", var number, var amount]:
                _case.Invoice(number, amount, Case.Day(_case.Now).ToString("yyyy-MM-dd", null), ReceivableType.CreditNote);
                break;
            case ["terms", var number, .. var terms]:
                _case.Terms(number, [.. terms.Select(term => term.Split('=')).Select(term => (term[0], term[1]))]);
                break;
            case ["pay", var amount, "on", "account"]:
                _case.Pay(amount, null);
                break;
            case ["pay", var amount, "for", var number]:
                var part = number.Split('/');
                _case.Pay(amount, part[0], part.Length > 1 ? int.Parse(part[1], CultureInfo.InvariantCulture) : null);
                break;
            case ["return"]:
                _case.ReturnLastPayment();
                break;
            case ["dispute", var number]:
                _case.Dispute(number);
                break;
            case ["resolve", var number]:
                _case.Resolve(number);
                break;
            case ["flight", .. var entries]:
                _case.MoneyInFlight = [.. entries];
                break;
            case ["bank", var through]:
                _case.BankData = _ => through == "unknown" ? null : Case.Day(through);
                break;
            case ["holiday", var day]:
                _case.Holidays.Add(Case.Day(day));
                break;
            case ["step"]:
                _case.Step();
                break;
            case ["take"]:
                _case.Take(Assert.IsType<StepDue>(_case.Next));
                break;
            case ["send"]:
                return Send();
            case ["ask"]:
                break;
            default:
                throw new FormatException($"'{string.Join(' ', words)}' is nothing that a scenario knows.");
        }

        return Words(_case.Next);
    }

    private void Debtor(DebtorKind kind, string[] channels)
    {
        var someone = Case.Someone(kind);
        _case.Debtor(someone with
        {
            Email = channels.Contains("email") ? someone.Email : null,
            Phone = channels.Contains("phone") ? someone.Phone : null,
            Address = channels.Contains("letter") ? someone.Address : null,
        });
    }

    private string Send()
    {
        var contact = _case.LastContact.Planned;
        var verdict = _case.Verdict;
        verdict.Match(
            allowed => Record(ContactResult.Made),
            notNow => 0,
            forbidden => Record(ContactResult.Suppressed));
        return verdict.Match(
            allowed => $"allowed: {Words(allowed.Items)}",
            notNow => $"not before {Words(notNow.At)}: {notNow.Rule.Code}",
            forbidden => $"forbidden: {forbidden.Rule.Code}");

        int Record(ContactResult result)
        {
            _case.Record(contact.Id, result);
            return 0;
        }
    }

    private static string Words(NextStep next) => next.Match(
        due => $"due {due.Stage} by {due.Contact.Channel}: {Words(due.Items)}",
        later => $"{Words(later.At)} {later.Stage}: {Words(later.Items)}{(later.HeldBy.IsEmpty ? "" : $" (held by {string.Join(", ", later.HeldBy.Select(hold => hold.Code))})")}",
        nothing => $"nothing: {nothing.Reason.Code}");

    private static string Words(IEnumerable<DunnedItem> items) => string.Join(", ", items.Select(item =>
        $"{item.Receivable}{(item.Instalment is { } sequence ? $"/{sequence}" : "")} {item.Open.ToDecimalString()}"));

    private static string Words(DateTimeOffset instant) => instant.ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
