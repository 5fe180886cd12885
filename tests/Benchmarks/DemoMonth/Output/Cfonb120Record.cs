namespace Reconciliation.Benchmarks.DemoMonth.Output;

/// <summary>A record of 120 characters, filled by positions from 1 as the standard counts them.</summary>
internal sealed class Cfonb120Record
{
    private const int Length = 120;

    private readonly char[] _characters = [.. Enumerable.Repeat(' ', Length)];

    public Cfonb120Record(string record) => Put(1, record);

    public Cfonb120Record Put(int position, string text)
    {
        text.CopyTo(_characters.AsSpan(position - 1));
        return this;
    }

    public override string ToString() => new(_characters);
}
