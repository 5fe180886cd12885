using System.Text.Json;

namespace Reconciliation.Host.Azure.Tests.Orchestrations;

/// <summary>What happened to an orchestration, in order.</summary>
internal abstract record HistoryEvent(DateTime At);

internal sealed record ActivityCompleted(DateTime At, int Id, string? Result) : HistoryEvent(At);

internal sealed record ActivityFailed(DateTime At, int Id, Exception Failure) : HistoryEvent(At);

internal sealed record TimerFired(DateTime At, int Id) : HistoryEvent(At);

internal sealed record EventRaised(DateTime At, string Name, string? Payload) : HistoryEvent(At);

/// <summary>An activity that was asked for.</summary>
internal sealed record ActivityCall(string Name, string? Input);

/// <summary>Values cross every border as JSON, as they do on the framework's way.</summary>
internal static class Json
{
    public static string? Write(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType());

    public static T? Read<T>(string? json) => json is null ? default : JsonSerializer.Deserialize<T>(json);
}
