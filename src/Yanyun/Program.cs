using System.Text;
using Yanyun.Cli.Front;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    // The first asks to stop after the day under way; a second ends the program as usual.
    key.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16);
using var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
return (int)FrontDoor.Open(args, output, error, Environment.GetEnvironmentVariable, !Console.IsErrorRedirected, stop.Token);
