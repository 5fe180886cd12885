using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Reconciliation.Pipeline.Telemetry;

namespace Reconciliation.Pipeline.Tests.Telemetry;

/// <summary>Listens to the pipeline within one trace: what tests that run beside this one bring about is not heard.</summary>
internal sealed class RecordedTelemetry : IDisposable
{
    private readonly ActivityListener _activities = new();
    private readonly MeterListener _metrics = new();
    private readonly Activity _root = new Activity("test").Start();
    private readonly ConcurrentQueue<Activity> _ended = [];
    private readonly ConcurrentQueue<Measured> _measured = [];

    public RecordedTelemetry()
    {
        _activities.ShouldListenTo = source => source.Name == PipelineTelemetry.Name;
        _activities.Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded;
        _activities.ActivityStopped = activity =>
        {
            if (activity.TraceId == _root.TraceId)
                _ended.Enqueue(activity);
        };
        ActivitySource.AddActivityListener(_activities);
        _metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PipelineTelemetry.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Measure(instrument, value, tags));
        _metrics.Start();
    }

    public IReadOnlyCollection<Activity> Ended => _ended;

    public IReadOnlyCollection<Measured> Measurements => _measured;

    /// <summary>The sum of a metric by the values of its tags, each <c>name{tag=value,...}</c>; zeros are left out.</summary>
    public IReadOnlyDictionary<string, long> Sums() => _measured
        .GroupBy(m => $"{m.Instrument}{{{string.Join(",", m.Tags.Select(t => $"{t.Key}={t.Value}"))}}}")
        .Where(g => g.Sum(m => m.Value) != 0)
        .ToDictionary(g => g.Key, g => g.Sum(m => m.Value));

    /// <summary>Ends the activity that everything so far ran in, as a sender's ends once its message is sent.</summary>
    public void EndRoot() => _root.Stop();

    public void Dispose()
    {
        _root.Dispose();
        _activities.Dispose();
        _metrics.Dispose();
    }

    private void Measure(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Activity.Current?.TraceId == _root.TraceId)
            _measured.Enqueue(new Measured(instrument.Name, value, tags.ToArray()));
    }
}

/// <summary>A measurement.</summary>
internal sealed record Measured(string Instrument, long Value, KeyValuePair<string, object?>[] Tags);
