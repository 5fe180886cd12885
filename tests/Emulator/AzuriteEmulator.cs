using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Reconciliation.Emulator;

/// <summary>The emulator of Azure Storage, on free ports and in memory. It comes from npm, once a checkout.</summary>
public class AzuriteEmulator
{
    private const string Version = "3.35.0";

    // The emulator's own, the same everywhere and known to everybody.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly int[] _ports = FreePorts(3);
    private Process? _process;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint=http://127.0.0.1:{_ports[0]}/{Account};TableEndpoint=http://127.0.0.1:{_ports[2]}/{Account};";

    public TableServiceClient Tables { get; private set; } = null!;

    public BlobServiceClient Blobs { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _process = Start("node", await InstallAsync(), "--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry",
            "--blobPort", $"{_ports[0]}", "--queuePort", $"{_ports[1]}", "--tablePort", $"{_ports[2]}");
        foreach (var port in _ports)
            await ListeningAsync(port);
        (Tables, Blobs) = ClientsWith(null);
    }

    /// <summary>Clients whose every request, repeated ones too, passes a policy.</summary>
    public (TableServiceClient Tables, BlobServiceClient Blobs) ClientsWith(HttpPipelinePolicy? policy)
    {
        return (new TableServiceClient(ConnectionString, Set(new TableClientOptions())), new BlobServiceClient(ConnectionString, Set(new BlobClientOptions())));

        T Set<T>(T options)
            where T : ClientOptions
        {
            if (policy is null)
                return options;
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
            return options;
        }
    }

    public async Task DisposeAsync()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // Projects of tests run beside each other, and the first run of a checkout installs.
    private static async Task<FileStream> AloneAsync(string path)
    {
        for (var look = 0; ; look++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (look < 3000)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(Here(), "..", "Offline", ".fetched", $"azurite-{Version}");
        var program = Path.GetFullPath(Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js"));
        var whole = Path.Combine(folder, "whole.stamp");
        if (File.Exists(whole))
            return program;
        Directory.CreateDirectory(folder);
        await using var alone = await AloneAsync(folder + ".lock");
        if (File.Exists(whole))
            return program;
        string[] npm = ["install", $"azurite@{Version}", "--prefix", folder, "--no-audit", "--no-fund", "--silent"];
        using var install = OperatingSystem.IsWindows() ? Start("cmd", ["/c", "npm", .. npm]) : Start("npm", npm);
        await install.WaitForExitAsync();
        if (install.ExitCode != 0)
            throw new InvalidOperationException($"The emulator needs the npm package azurite {Version}, and npm could not install it.");
        await File.WriteAllTextAsync(whole, "");
        return program;
    }

    private static Process Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException($"The emulator needs Node.js: '{program}' is not on the path.");
        }
    }

    private async Task ListeningAsync(int port)
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                if (_process!.HasExited)
                    throw new InvalidOperationException($"Azurite ended with {_process.ExitCode} before it listened.");
                await Task.Delay(50);
            }
        }
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
