using System.Text.Json;

namespace Reconciliation.EndToEnd;

/// <summary><c>reconcile simulate</c>: a recovery policy over months.</summary>
public sealed class SimulateTests : IDisposable
{
    // F3 is due on a Sunday and issued within the span; D3 has no address of any kind; D4's credit note comes in later.
    // The clocks change on 2026-03-29.
    private const string Receivables = """
        number;type;debtor_id;debtor_name;issue_date;due_date;amount;currency;email;phone;address;postcode;city
        F1;invoice;D1;Alpha;2026-01-01;2026-01-31;100.00;EUR;alpha@alpha.example;01 99 00 00 01;1 rue A;75001;Paris
        F2;invoice;D2;Beta;2026-01-01;2026-01-31;200.00;EUR;beta@beta.example;01 99 00 00 02;2 rue B;75002;Paris
        F3;invoice;D2;Beta;2026-03-01;2026-03-29;300.00;EUR;beta@beta.example;01 99 00 00 02;2 rue B;75002;Paris
        F4;invoice;D3;Gamma;2026-01-01;2026-01-31;400.00;EUR;;;;;
        F5;invoice;D4;Delta;2026-01-01;2026-01-31;500.00;EUR;delta@delta.example;01 99 00 00 04;4 rue D;75004;Paris
        A5;credit_note;D4;Delta;2026-02-10;2026-02-10;500.00;EUR;delta@delta.example;01 99 00 00 04;4 rue D;75004;Paris

        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Simulate_OfReceivables_ListsTheContactsInOrderOfTime()
    {
        var contacts = await ContactsAsync("--months", "6");

        Assert.Equal(contacts.Select(contact => contact.At).Order(), contacts.Select(contact => contact.At));
        Assert.Equal(
            ["pre-due-notice", "reminder-1", "reminder-2", "mise-en-demeure", "officer-decision"],
            contacts.Where(contact => contact.Debtor == "D1").Select(contact => contact.Stage));
        Assert.All(contacts, contact => Assert.True(contact.Channel == "officerTask" || (contact.At.DayOfWeek != DayOfWeek.Sunday && contact.At.Hour == 9), contact.ToString()));
        Assert.All(contacts.Where(contact => contact.Debtor == "D3"), contact => Assert.Equal("officerTask", contact.Channel));
        Assert.All(contacts.Where(contact => contact.Items.Contains("F3")), contact => Assert.True(contact.At >= new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(1))));
        Assert.All(contacts.Where(contact => contact.Debtor == "D4"), contact => Assert.True(contact.At.Date < new DateTime(2026, 2, 10)));
        Assert.Contains(contacts, contact => contact.Items.Contains("F3"));
        Assert.Contains(contacts, contact => contact.Debtor == "D4");
    }

    [Fact]
    public async Task Simulate_OfAShorterSpan_IsTheBeginningOfALongerOne()
    {
        var contacts = await ContactsAsync("--months", "6");
        var first = await ContactsAsync("--months", "1");

        var end = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.FromHours(1));
        Assert.Equal(contacts.Where(contact => contact.At < end).Select(c => (c.At, c.Debtor, c.Stage)), first.Select(c => (c.At, c.Debtor, c.Stage)));
    }

    [Fact]
    public async Task Simulate_ForPeople_CountsByMonthAndSaysWhatWasHeld()
    {
        var finished = await ReconcileProcess.RunAsync("simulate", "--receivables", Csv(), "--from", "2026-01-01", "--months", "6");

        Assert.Equal(0, finished.Status);
        Assert.Contains("Contacts by month", finished.Output, StringComparison.Ordinal);
        Assert.Contains("2026-02", finished.Output, StringComparison.Ordinal);
        Assert.Contains("Put off", finished.Output, StringComparison.Ordinal);
        Assert.Contains("outside-window", finished.Output, StringComparison.Ordinal);
        Assert.Contains("decisions for an officer", finished.Output, StringComparison.Ordinal);
        Assert.Contains("nothing-open", finished.Output, StringComparison.Ordinal);
        Assert.Contains("The first contacts", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_WithTerms_DunsTermByTerm()
    {
        var terms = _folder.Write("terms.csv", "receivable;sequence;due_date;amount\nF1;1;2026-01-31;50.00\nF1;2;2026-04-30;50.00\n");

        var contacts = await ContactsAsync("--months", "6", "--instalments", terms);

        Assert.Equal(["F1/1", "F1/2"], contacts.Where(contact => contact.Debtor == "D1").SelectMany(contact => contact.Items).Distinct());
    }

    [Fact]
    public async Task Simulate_WithAWrongPolicy_ListsEveryFaultWithPathAndRemedy()
    {
        var policy = _folder.Write("policy.json", """{ "name": "mine", "stages": 3 }""");

        var finished = await ReconcileProcess.RunAsync("simulate", "--receivables", Csv(), "--policy", policy, "--from", "2026-01-01", "--months", "6", "--json");

        Assert.Equal(1, finished.Status);
        Assert.Equal("", finished.Output);
        Assert.Contains("$.version", finished.Errors, StringComparison.Ordinal);
        Assert.Contains("$.stages", finished.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", finished.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_WithABadRow_NamesItAndSimulatesTheOthers()
    {
        var csv = _folder.Write("bad.csv", Receivables + "F9;invoice;D9;Zeta;2026-01-01;2026-02-30;1.00;EUR;z@z.example;;;;\n");

        var finished = await ReconcileProcess.RunAsync("simulate", "--receivables", csv, "--from", "2026-01-01", "--months", "1", "--json");

        Assert.Equal(1, finished.Status);
        Assert.Contains("line 8", finished.Errors, StringComparison.Ordinal);
        Assert.NotEqual("", finished.Output);
    }

    public void Dispose() => _folder.Dispose();

    private string Csv() => _folder.Write("receivables.csv", Receivables);

    private async Task<IReadOnlyList<Contact>> ContactsAsync(params string[] words)
    {
        var finished = await ReconcileProcess.RunAsync(["simulate", "--receivables", Csv(), "--from", "2026-01-01", "--json", .. words]);
        Assert.Equal((0, ""), (finished.Status, finished.Errors));
        return [.. finished.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Contact.Read)];
    }

    private sealed record Contact(DateTimeOffset At, string Debtor, string Stage, string Channel, IReadOnlyList<string> Items)
    {
        public static Contact Read(string line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new Contact(
                root.GetProperty("at").GetDateTimeOffset(), root.GetProperty("debtor").GetString()!, root.GetProperty("stage").GetString()!,
                root.GetProperty("channel").GetString()!, [.. root.GetProperty("items").EnumerateArray().Select(Item)]);
        }

        private static string Item(JsonElement item) => item.GetProperty("instalment") is { ValueKind: JsonValueKind.Number } term
            ? $"{item.GetProperty("receivable").GetString()}/{term.GetInt32()}"
            : item.GetProperty("receivable").GetString()!;
    }
}
