using System.Diagnostics;
using System.Text;

namespace Reconciliation.EndToEnd;

/// <summary>The built command line, run as people run it: a process of its own.</summary>
internal sealed class ReconcileProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private ReconcileProcess(IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["NO_COLOR"] = "1", ["COLUMNS"] = "200" },
        };
        foreach (var word in words.Prepend(Path.Combine(AppContext.BaseDirectory, "reconcile.dll")))
            start.ArgumentList.Add(word);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts a command.</summary>
    public static ReconcileProcess Start(params string[] words) => new(words);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Finished> RunAsync(params string[] words)
    {
        using var process = new ReconcileProcess(words);
        return await process.EndAsync();
    }

    /// <summary>Waits until the command ends by itself.</summary>
    public async Task<Finished> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        lock (_errors)
            return new Finished(_process.ExitCode, Output, _errors.ToString());
    }

    /// <summary>Ends the process as SIGKILL does: at once, wherever it is.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Waits until something holds, or the process has ended.</summary>
    public async Task<bool> UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds())
        {
            if (_process.HasExited)
                return false;
            await Task.Delay(5, patience.Token);
        }

        return true;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static void Append(StringBuilder to, string? line)
    {
        if (line is null)
            return;
        lock (to)
            to.AppendLine(line);
    }
}

/// <summary>What a command left behind.</summary>
internal sealed record Finished(int Status, string Output, string Errors);
