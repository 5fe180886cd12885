using System.Net;
using System.Net.Sockets;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Sasl;
using Microsoft.Azure.Amqp.Transport;
using Reconciliation.Broker.Amqp;

namespace Reconciliation.Broker;

/// <summary>
/// A broker that speaks the protocol of Service Bus to its genuine client, over AMQP on a free port of this machine. Its
/// messages live in memory, and its time is the clock's that it is given.
/// </summary>
public sealed class ServiceBusBroker : IAsyncDisposable
{
    /// <summary>How often it looks whether time has passed: a clock that is set by hand tells nobody.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly EventLoop _loop = new();
    private readonly Timer _ticking;
    private readonly AmqpConnectionListener _listener;
    private readonly BrokerCore _core;

    private ServiceBusBroker(TimeProvider clock, IEnumerable<BrokerQueue> queues)
    {
        _core = new BrokerCore(_loop, clock, queues);
        var port = FreePort();
        _listener = new AmqpConnectionListener(
            [$"amqp://127.0.0.1:{port}"], Protocol(new LinkFactory(_core)), new AmqpConnectionSettings { ContainerId = "broker" });
        _listener.Open();
        _ticking = new Timer(_ => _core.Post(() => { }), null, Tick, Tick);
        ConnectionString = $"Endpoint=sb://127.0.0.1:{port};SharedAccessKeyName=any;SharedAccessKey=any;UseDevelopmentEmulator=true";
    }

    /// <summary>
    /// How the client of Service Bus reaches it. The last word makes the client speak without TLS, on the port that it is given.
    /// </summary>
    public string ConnectionString { get; }

    /// <summary>How many transfers it has taken into queues, a batch being one.</summary>
    public int Transfers => _core.Transfers;

    public static ServiceBusBroker Start(TimeProvider clock, IEnumerable<BrokerQueue> queues) => new(clock, queues);

    public async ValueTask DisposeAsync()
    {
        await _ticking.DisposeAsync();
        _listener.Close();
        await _loop.DisposeAsync();
    }

    private static AmqpSettings Protocol(LinkFactory factory)
    {
        var sasl = new SaslTransportProvider();
        sasl.Versions.Add(AmqpConstants.DefaultProtocolVersion);
        // A client that brings a token with every link is let in without a name.
        sasl.AddHandler(new SaslAnonymousHandler("MSSBCBS"));
        var amqp = new AmqpTransportProvider();
        amqp.Versions.Add(AmqpConstants.DefaultProtocolVersion);
        return new AmqpSettings { RuntimeProvider = factory, TransportProviders = { sasl, amqp } };
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
