using Azure.Core;
using Azure.Core.Pipeline;

namespace Reconciliation.Chaos.Faults;

/// <summary>
/// Requests that the service does late: nobody waits for their answers any more, and others have been served since. They
/// outlive the process that sent them.
/// </summary>
internal sealed class LateRequests
{
    private readonly Lock _lock = new();
    private readonly List<LateRequest> _waiting = [];

    /// <summary>Keeps a request until so many others were sent.</summary>
    public async Task AddAsync(Request request, int delay)
    {
        using var content = new MemoryStream();
        if (request.Content is { } sent)
            await sent.WriteToAsync(content, default);
        var late = new LateRequest(request.Method, request.Uri.ToUri(), [.. request.Headers], request.Content is null ? null : content.ToArray(), delay);
        lock (_lock)
            _waiting.Add(late);
    }

    /// <summary>Another request is sent: does what has become due.</summary>
    public async Task SendDueAsync(HttpPipelineTransport wire)
    {
        List<LateRequest> due;
        lock (_lock)
        {
            if (_waiting.Count == 0)
                return;
            for (var i = 0; i < _waiting.Count; i++)
                _waiting[i] = _waiting[i] with { Delay = _waiting[i].Delay - 1 };
            due = _waiting.FindAll(late => late.Delay <= 0);
            _waiting.RemoveAll(late => late.Delay <= 0);
        }

        foreach (var late in due)
            await late.SendAsync(wire);
    }

    /// <summary>Does everything that still waits.</summary>
    public async Task SendAllAsync(HttpPipelineTransport wire)
    {
        List<LateRequest> rest;
        lock (_lock)
        {
            rest = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var late in rest)
            await late.SendAsync(wire);
    }

    private sealed record LateRequest(RequestMethod Method, Uri Uri, HttpHeader[] Headers, byte[]? Content, int Delay)
    {
        public async Task SendAsync(HttpPipelineTransport wire)
        {
            var request = wire.CreateRequest();
            request.Method = Method;
            request.Uri.Reset(Uri);
            if (Content is not null)
                request.Content = RequestContent.Create(Content);
            foreach (var header in Headers)
                request.Headers.SetValue(header.Name, header.Value);
            using var message = new HttpMessage(request, new ResponseClassifier());
            await wire.ProcessAsync(message);
        }
    }
}
