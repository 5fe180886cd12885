using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Reconciliation.Host.Azure.Triggers;

namespace Reconciliation.Host.Azure.Tests;

/// <summary>The names that the deployment relies on: event subscriptions, queues, schedules.</summary>
public class FunctionsTests
{
    private static readonly string[] Names =
    [
        "AccountCase", "AccountChanged", "AccountsSwept", "AskNextStep", "BankDataChecked", "ContactDue", "EntriesAccepted", "FileMatching",
        "HistoriesPurged", "MatchFilePart", "MatchFileRest", "MessagesRelayed", "NightlyFigures", "PlanFileMatching", "ReceivablesArrived",
        "StatementArrived", "StatementQueued", "TakeDueStep",
    ];

    private static IEnumerable<(string Name, MethodInfo Method)> Functions =>
        from type in typeof(HostServices).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select (function.Name, method);

    public static TheoryData<string, string, bool> Queues => new()
    {
        { "StatementQueued", "statement-arrived", true },
        { "EntriesAccepted", "entries-accepted", false },
        { "AccountChanged", "account-changed", true },
        { "ContactDue", "contact-due", true },
    };

    public static TheoryData<string, string> Containers => new() { { "StatementArrived", "inbox/{name}" }, { "ReceivablesArrived", "receivables/{name}" } };

    [Fact]
    public void Functions_HaveTheNamesOfTheDeployment_EachOnce() =>
        Assert.Equal(Names, Functions.Select(function => function.Name).Where(name => name != "Api").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Queues))]
    public void QueueTrigger_ListensAsTheQueueIsMade_AndSettlesItself(string function, string queue, bool hasSessions)
    {
        var trigger = TriggerOf<ServiceBusTriggerAttribute>(function);

        Assert.Equal(queue, trigger.QueueName);
        Assert.Equal("ServiceBus", trigger.Connection);
        Assert.Equal(hasSessions, trigger.IsSessionsEnabled);
        Assert.False(trigger.AutoCompleteMessages);
    }

    [Theory]
    [MemberData(nameof(Containers))]
    public void BlobTrigger_IsToldByEventGrid(string function, string path)
    {
        var trigger = TriggerOf<BlobTriggerAttribute>(function);

        Assert.Equal((path, "Ledger", BlobTriggerSource.EventGrid), (trigger.BlobPath, trigger.Connection, trigger.Source));
    }

    [Fact]
    public void TimerTriggers_TakeTheirScheduleFromTheSettingOfTheirName() => Assert.All(
        Functions.Where(function => function.Method.GetParameters().Any(p => p.GetCustomAttribute<TimerTriggerAttribute>() is not null)),
        function => Assert.Equal($"%{function.Name}Schedule%", TriggerOf<TimerTriggerAttribute>(function.Name).Schedule));

    [Fact]
    public void LogEvents_AreNumberedEachOnce()
    {
        var numbers = typeof(HostServices).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.EventId).OfType<int>().ToList();

        Assert.NotEmpty(numbers);
        Assert.Equal(numbers.Distinct().Order(), numbers.Order());
    }

    [Fact]
    public void Classes_ThatHoldFunctions_AreNamedAfterThem() =>
        Assert.All(Functions.Where(function => function.Name != "Api"), function => Assert.Equal(function.Name, function.Method.DeclaringType?.Name));

    private static T TriggerOf<T>(string function)
        where T : Attribute =>
        Functions.Single(f => f.Name == function).Method.GetParameters().Select(p => p.GetCustomAttribute<T>()).OfType<T>().Single();
}
