using System.Diagnostics;

namespace Reconciliation.Pipeline.Telemetry;

/// <summary>
/// The traces of the pipeline: an activity a step, and one trace from the file to the contact, because messages carry it
/// on. Tags and statuses hold no name, address, account number or text of a debtor: accounts are named by
/// <see cref="AccountTag"/>, files by the hash of their content.
/// </summary>
public static class PipelineTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Reconciliation";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Does a step within an activity of its own; one that throws is marked with the kind of its error.</summary>
    /// <param name="name">The step: what is done to what, as <c>statement.import</c>.</param>
    /// <param name="step">The step; it is given its activity, or null where nobody listens.</param>
    public static async Task<T> StepAsync<T>(string name, Func<Activity?, Task<T>> step)
    {
        using var activity = Source.StartActivity(name);
        try
        {
            return await step(activity);
        }
        catch (Exception failure)
        {
            // The message of an exception may quote what somebody wrote; its kind says nothing of anybody.
            activity?.SetStatus(ActivityStatusCode.Error);
            activity?.SetTag("error.type", failure.GetType().FullName);
            throw;
        }
    }

    /// <inheritdoc cref="StepAsync{T}"/>
    public static Task StepAsync(string name, Func<Activity?, Task> step) => StepAsync(name, async activity =>
    {
        await step(activity);
        return true;
    });

    /// <summary>
    /// Goes on in the trace that a message was sent in: the activity is the child of the sender's, and linked to whatever
    /// runs here already. A message that tells no trace begins one, or stays in the one that runs.
    /// </summary>
    /// <param name="sender">Where the sender stood; the default value for unknown.</param>
    /// <param name="name">What is done, as <c>statement-arrived process</c>.</param>
    /// <returns>The activity, to be disposed when the message is dealt with; null where nobody listens.</returns>
    public static Activity? Continue(ActivityContext sender, string name)
    {
        if (sender == default)
            return Source.StartActivity(name, ActivityKind.Consumer);
        var here = Activity.Current;
        return Source.StartActivity(
            name, ActivityKind.Consumer, sender, links: here is null || here.TraceId == sender.TraceId ? null : [new ActivityLink(here.Context)]);
    }

    /// <summary>As <see cref="Continue(ActivityContext, string)"/>, from the W3C Trace Context of a message; null for none.</summary>
    public static Activity? Continue(string? traceParent, string name) =>
        Continue(ActivityContext.TryParse(traceParent, null, isRemote: true, out var sender) ? sender : default, name);

    /// <summary>What a message sent now is to carry as its W3C <c>traceparent</c>; null where no trace runs.</summary>
    public static string? TraceParent => Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;
}
