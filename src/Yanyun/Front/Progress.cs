using System.Diagnostics;
using System.Globalization;
using Yanyun.Chronicle;

namespace Yanyun.Cli.Front;

/// <summary>Progress of long work on a terminal: how far, how fast, how long still. Silent elsewhere.</summary>
public sealed class Progress(Call call, int total)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _shown = -1;

    /// <summary>Says how far it is; drawn at most five times a second, and never in the first half second.</summary>
    public void At(int done, string what)
    {
        if (!call.Progress) return;
        var tick = _clock.ElapsedMilliseconds / 200;
        if (tick < 2 || tick == _shown) return;
        _shown = tick;
        var rate = done / _clock.Elapsed.TotalSeconds;
        var left = rate > 0 ? (total - done) / rate : 0;
        var text = call.Language == Language.Chinese
            ? string.Create(CultureInfo.InvariantCulture, $"{what}  {done}/{total}  每秒 {rate:F0}  尚餘 {left:F0} 秒")
            : string.Create(CultureInfo.InvariantCulture, $"{what}  {done}/{total}  {rate:F0} a second  {left:F0} s left");
        call.Error.Write($"\r{text}\u001b[K");
    }

    /// <summary>Wipes the line.</summary>
    public void End()
    {
        if (call.Progress && _shown >= 0) call.Error.Write("\r\u001b[K");
    }
}
