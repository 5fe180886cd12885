using Reconciliation.Chaos.Faults;
using Reconciliation.Chaos.Messages;
using Reconciliation.Chaos.Scenarios;
using Reconciliation.Domain;
using Reconciliation.Domain.Receivables;
using Reconciliation.Domain.Statements;
using Reconciliation.Emulator;
using Reconciliation.Pipeline;
using Reconciliation.Pipeline.Time;

namespace Reconciliation.Chaos;

/// <summary>What outlives every process: the storage account, the queue, the alarms, and time.</summary>
internal sealed class World
{
    public World(AzuriteEmulator emulator, string prefix, Disturbance disturbance)
    {
        Emulator = emulator;
        Prefix = prefix;
        Disturbance = disturbance;
        Chance = new Chance(disturbance.Seed);
        Bus = new TestBus(Chance, disturbance, Clock);
    }

    public static Creditor Creditor { get; } = new()
    {
        Id = "exemplia",
        Name = "Exemplia Fournitures SAS",
        AddressLines = ["4 rue des Exemples", "69002 Lyon"],
        Email = "comptabilite@exemplia.example",
        Ibans = [Iban.Parse(Books.Atlantide), Iban.Parse(Books.Boreal), Iban.Parse(Books.Ceres)],
    };

    public static CreditorSettings Settings { get; } = new()
    {
        CreditorId = Creditor.Id, BankAccounts = [.. Creditor.Ibans.Select(BankAccountId.Of)],
    };

    public AzuriteEmulator Emulator { get; }

    /// <summary>What the names of its tables and containers begin with.</summary>
    public string Prefix { get; }

    public Disturbance Disturbance { get; }

    public Chance Chance { get; }

    public TestClock Clock { get; } = new();

    public TestBus Bus { get; }

    public LateRequests Late { get; } = new();

    public TestAlarms Alarms { get; } = new();
}

/// <summary>A clock that stands where the scenario puts it.</summary>
internal sealed class TestClock : ParisTime
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}

/// <summary>The clock that adapters hold against the service's timestamps: for it, what was left lies an hour back.</summary>
internal sealed class AnHourLater : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(1);
}
