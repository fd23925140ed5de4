using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace HallBench;

/// <summary>A house in a process of its own, on a processor of its own.</summary>
internal sealed partial class Served : IAsyncDisposable
{
    private readonly Process _process;

    private Served(Process process, IPEndPoint address) => (_process, Address) = (process, address);

    public IPEndPoint Address { get; }

    /// <summary>Opens one and waits until it says where it is.</summary>
    /// <param name="cpu">The processor it is kept on; null: any.</param>
    public static async Task<Served> Open(string app, string data, string? cpu, IReadOnlyList<string> options)
    {
        List<string> words = [.. cpu is null ? (string[])[] : ["taskset", "-c", cpu], "dotnet", app, "serve", "--port", "0", "--data", data, .. options];
        var start = new ProcessStartInfo(words[0]) { RedirectStandardOutput = true };
        foreach (var word in words.Skip(1)) start.ArgumentList.Add(word);
        start.Environment["LANG"] = "C";
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } said)
            if (said.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
                return new Served(process, new IPEndPoint(IPAddress.Loopback, new Uri(said[at..].Split(' ')[0]).Port));
        throw new IOException("the house did not open");
    }

    /// <summary>Seconds of processor time it has used.</summary>
    public double Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>Bytes of memory it has in use.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Asks it to close and waits until it has.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) Kill(_process.Id, Terminate);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }
        _process.Dispose();
    }

    private const int Terminate = 15;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}

/// <summary>Times taken, and what they come to.</summary>
internal sealed class Times
{
    private readonly List<double> _taken = [];

    public int Count => _taken.Count;

    /// <summary>Notes how long it has been since a timestamp, milliseconds.</summary>
    public void Since(long began, long ended)
    {
        lock (_taken) _taken.Add((ended - began) * 1000.0 / Stopwatch.Frequency);
    }

    public void Add(double milliseconds)
    {
        lock (_taken) _taken.Add(milliseconds);
    }

    public double At(double share)
    {
        lock (_taken)
        {
            if (_taken.Count == 0) return double.NaN;
            _taken.Sort();
            return _taken[Math.Min(_taken.Count - 1, (int)(_taken.Count * share))];
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {At(.5),7:0.00} ms  p99 {At(.99),7:0.00} ms  most {At(1),7:0.0} ms");
}
