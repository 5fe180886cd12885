using System.Threading.Channels;

namespace Reconciliation.Broker;

/// <summary>Does one thing after the other on one thread at a time, so that nothing in the broker needs a lock.</summary>
internal sealed class EventLoop : IAsyncDisposable
{
    private readonly Channel<Action> _work = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<Exception> _faults = [];
    private readonly Task _running;

    public EventLoop() => _running = Task.Run(RunAsync);

    /// <summary>Does something after all that was posted before; nothing once the loop has ended.</summary>
    public void Post(Action work) => _work.Writer.TryWrite(work);

    /// <summary>Ends, and throws what went wrong on the way: a bug of the broker must fail the test that met it.</summary>
    public async ValueTask DisposeAsync()
    {
        _work.Writer.TryComplete();
        await _running;
        if (_faults.Count > 0)
            throw new AggregateException("The broker failed.", _faults);
    }

    private async Task RunAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync())
        {
            try
            {
                work();
            }
            catch (Exception fault)
            {
                _faults.Add(fault);
            }
        }
    }
}
