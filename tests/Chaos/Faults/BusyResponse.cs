using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace Reconciliation.Chaos.Faults;

/// <summary>"Server busy", with a wait short enough for a test.</summary>
internal sealed class BusyResponse(string clientRequestId) : Response
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["x-ms-retry-after-ms"] = "2", ["x-ms-error-code"] = "ServerBusy",
    };

    public override int Status => 503;

    public override string ReasonPhrase => "Server busy";

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = clientRequestId;

    public override void Dispose()
    {
    }

    protected override bool ContainsHeader(string name) => Fields.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => Fields.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => Fields.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = Fields.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
