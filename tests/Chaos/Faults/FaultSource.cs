namespace Reconciliation.Chaos.Faults;

/// <summary>
/// Decides what becomes of each call of one process. A storm passes: each attempt at the same step fails less often than
/// the one before, so that every step comes to an end.
/// </summary>
internal sealed class FaultSource(Chance chance, double rate)
{
    private const double Passing = 0.6;
    private const int LatestDelay = 60;

    private readonly AsyncLocal<int> _attempt = new();
    private volatile bool _hasFallen;

    /// <summary>True once the process fell.</summary>
    public bool HasFallen => _hasFallen;

    /// <summary>The how-manieth attempt, from 0, at what runs here.</summary>
    public int Attempt
    {
        get => _attempt.Value;
        set => _attempt.Value = value;
    }

    /// <summary>What becomes of a call; throws <see cref="ProcessFellException"/> in a process that fell.</summary>
    public Fault Of(string call)
    {
        if (_hasFallen)
            throw new ProcessFellException();
        if (rate <= 0)
            return Fault.None;
        var drawn = chance.Draw(call) / (rate * Math.Pow(Passing, Attempt));
        return drawn switch
        {
            < 0.15 => Fault.NotSent,
            < 0.30 => Fault.Throttled,
            < 0.55 => Fault.AnswerLost,
            < 0.80 => Fault.SentTwice,
            < 0.97 => Fault.DoneLate,
            < 0.98 => Fault.FallsBefore,
            < 1.00 => Fault.FallsAfter,
            _ => Fault.None,
        };
    }

    /// <summary>After how many other calls something is done late.</summary>
    public int Delay(string call) => 1 + chance.Below(LatestDelay, $"late {call}");

    /// <summary>Ends the process.</summary>
    public ProcessFellException Fall()
    {
        _hasFallen = true;
        return new ProcessFellException();
    }
}
