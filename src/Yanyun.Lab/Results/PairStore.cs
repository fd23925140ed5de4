using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Yanyun.Chronicle.Experiments;
using Yanyun.Chronicle.Storage;

namespace Yanyun.Lab;

/// <summary>
/// The results of an experiment in a SQLite file: a row a pair. A batch of pairs is in it whole or not at all, and once only; what is in it
/// survives the end of the process, however it comes. All figures are read back from here, so that no memory grows with their number.
/// </summary>
public sealed class PairStore : IDisposable
{
    private readonly Database _database;
    private readonly Experiment _experiment;

    private PairStore(Database database, Experiment experiment) => (_database, _experiment) = (database, experiment);

    private int Horizons => _experiment.Horizons.Count;
    private int Measures => _experiment.Outcomes.Count * Horizons;

    /// <summary>Opens the results of an experiment, begun before or not.</summary>
    /// <param name="build">Names the program's own code: other code may play another war.</param>
    /// <returns>The store, or which other experiment, or build of the program, began it.</returns>
    /// <exception cref="DatabaseException">The file cannot be written, or another process has it.</exception>
    public static (PairStore? Store, string? Other) Open(string path, Experiment experiment, string build)
    {
        var store = new PairStore(Database.Open(path, exclusive: true), experiment);
        if (store.Found(experiment, build) is not { } other) return (store, null);
        store.Dispose();
        return (null, other);
    }

    /// <summary>A store in memory, for who keeps batches elsewhere and puts them in again.</summary>
    public static PairStore InMemory(Experiment experiment) => Open(":memory:", experiment, "").Store!;

    private string? Found(Experiment experiment, string build)
    {
        var columns = string.Concat(Enumerable.Range(0, Measures).Select(m => string.Create(CultureInfo.InvariantCulture, $", b{m} INTEGER, c{m} INTEGER")));
        _database.Do("CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
        if (Meta("experiment") is { } before && before != experiment.Hash()) return before;
        if (Meta("build") is { } other && other != build) return other;
        _database.Transact(() =>
        {
            _database.Do("CREATE TABLE IF NOT EXISTS batch(first INTEGER PRIMARY KEY, pairs INTEGER NOT NULL, milliseconds INTEGER NOT NULL)");
            _database.Do($"CREATE TABLE IF NOT EXISTS pair(run INTEGER PRIMARY KEY, seed INTEGER NOT NULL, bites INTEGER NOT NULL, error TEXT{columns})");
            _database.Do("CREATE TABLE IF NOT EXISTS look(pairs INTEGER PRIMARY KEY, effect TEXT, half_width TEXT, stop TEXT NOT NULL)");
            SetMeta("experiment", experiment.Hash());
            SetMeta("build", build);
        });
        return null;
    }

    public string? Meta(string key)
    {
        using var query = _database.Prepare("SELECT value FROM meta WHERE key = ?1").Bind(1, key);
        return query.Step() ? query.Text(0) : null;
    }

    public void SetMeta(string key, string value)
    {
        using var insert = _database.Prepare("INSERT INTO meta VALUES(?1, ?2) ON CONFLICT(key) DO UPDATE SET value = ?2").Bind(1, key).Bind(2, value);
        insert.Run();
    }

    /// <summary>Ranges of runs below a number that are not in yet, ascending.</summary>
    public List<(int First, int End)> Missing(int below)
    {
        var missing = new List<(int, int)>();
        var next = 0;
        using var query = _database.Prepare("SELECT first, pairs FROM batch ORDER BY first");
        while (query.Step())
        {
            var first = (int)query.Long(0);
            if (first >= below) break;
            if (first > next) missing.Add((next, first));
            next = Math.Max(next, first + (int)query.Long(1));
        }
        if (next < below) missing.Add((next, below));
        return missing;
    }

    /// <summary>Puts a batch in, all of it or nothing. One that is in already is left as it is: it cannot be another.</summary>
    public void Add(Batch batch) => _database.Transact(() =>
    {
        using var seen = _database.Prepare("SELECT 1 FROM pair WHERE run >= ?1 AND run < ?2 LIMIT 1").Bind(1, batch.First).Bind(2, batch.First + batch.Pairs.Count);
        if (seen.Step()) return;
        var values = string.Concat(Enumerable.Range(0, Measures * 2).Select(m => string.Create(CultureInfo.InvariantCulture, $", ?{m + 5}")));
        using var insert = _database.Prepare($"INSERT INTO pair VALUES(?1, ?2, ?3, ?4{values})");
        foreach (var pair in batch.Pairs)
        {
            insert.Bind(1, pair.Run).Bind(2, unchecked((long)pair.Seed)).Bind(3, pair.Bites).Bind(4, pair.Error);
            for (var m = 0; m < Measures; m++)
            {
                if (pair.Error is null) insert.Bind(5 + 2 * m, pair.Base![m]).Bind(6 + 2 * m, pair.Changed![m]);
                else insert.BindNull(5 + 2 * m).BindNull(6 + 2 * m);
            }
            insert.Run();
        }
        using var done = _database.Prepare("INSERT INTO batch VALUES(?1, ?2, ?3)").Bind(1, batch.First).Bind(2, batch.Pairs.Count).Bind(3, batch.Milliseconds);
        done.Run();
    });

    /// <summary>Pairs below a number, and how many of them broke and how many met nothing to change.</summary>
    public (long Pairs, long Failed, long Untouched) Count(int below)
    {
        using var query = _database.Prepare(
            "SELECT COUNT(*), COUNT(error), COALESCE(SUM(error IS NULL AND bites = 0), 0) FROM pair WHERE run < ?1").Bind(1, below);
        query.Step();
        return (query.Long(0), query.Long(1), query.Long(2));
    }

    /// <summary>The effect on one outcome at one horizon, over the pairs below a number.</summary>
    public Effect? EffectOn(int outcome, int horizon, int below)
    {
        var m = outcome * Horizons + horizon;
        var sums = new PairSums();
        using (var query = _database.Prepare($"SELECT b{m}, c{m} FROM pair WHERE run < ?1 AND error IS NULL").Bind(1, below))
            while (query.Step()) sums.Add(query.Long(0), query.Long(1));
        var share = _experiment.Outcomes[outcome].IsShare;
        return sums.Effect(share, share || sums.Pairs < 2 ? null : Median(m, sums.Pairs, below));
    }

    private (long, long, long) Median(int m, long n, int below)
    {
        var (lowRank, highRank) = Intervals.MedianRanks(n);
        var middleRank = Intervals.MedianRank(n);
        using var query = _database.Prepare(
            $"SELECT c{m} - b{m} AS effect, COUNT(*) FROM pair WHERE run < ?1 AND error IS NULL GROUP BY effect ORDER BY effect").Bind(1, below);
        long seen = 0, low = 0, middle = 0, high = 0;
        while (query.Step())
        {
            var (value, before) = (query.Long(0), seen);
            seen += query.Long(1);
            if (before < lowRank && lowRank <= seen) low = value;
            if (before < middleRank && middleRank <= seen) middle = value;
            if (before < highRank && highRank <= seen) high = value;
        }
        return (middle, low, high);
    }

    /// <summary>Pairs below a number by how far the changed run is from the run as it is, ascending. The pairs are counted in columns of
    /// <see cref="Spread.WidthOf"/>, so that there are few however many pairs there are.</summary>
    public Spread SpreadOf(int outcome, int horizon, int below)
    {
        var m = outcome * Horizons + horizon;
        long least, most;
        using (var ends = _database.Prepare(
            $"SELECT COALESCE(MIN(c{m} - b{m}), 0), COALESCE(MAX(c{m} - b{m}), 0) FROM pair WHERE run < ?1 AND error IS NULL").Bind(1, below))
        {
            ends.Step();
            (least, most) = (ends.Long(0), ends.Long(1));
        }
        var width = Spread.WidthOf(least, most);
        var columns = new List<SpreadColumn>();
        using var query = _database.Prepare(
            $"SELECT c{m} - b{m} AS effect, COUNT(*) FROM pair WHERE run < ?1 AND error IS NULL GROUP BY effect ORDER BY effect").Bind(1, below);
        while (query.Step())
        {
            var from = Spread.Floor(query.Long(0), width);
            if (columns.Count > 0 && columns[^1].From == from) columns[^1] = columns[^1] with { Pairs = columns[^1].Pairs + query.Long(1) };
            else columns.Add(new SpreadColumn(from, query.Long(1)));
        }
        return new Spread(width, columns);
    }

    /// <summary>Pairs below a number whose run as it is meets what the experiment asks of it; null when it asks nothing.</summary>
    public long? Met(int below)
    {
        if (_experiment.Given is not { } given) return null;
        var m = given.Outcome * Horizons + given.Horizon;
        using var query = _database.Prepare($"SELECT COUNT(*) FROM pair WHERE run < ?1 AND error IS NULL AND b{m} >= ?2").Bind(1, below).Bind(2, given.AtLeast);
        query.Step();
        return query.Long(0);
    }

    /// <summary>Every row below a number, in the order of runs. The same object is given each time.</summary>
    public IEnumerable<PairResult> Rows(int below)
    {
        using var query = _database.Prepare("SELECT * FROM pair WHERE run < ?1 ORDER BY run").Bind(1, below);
        while (query.Step())
        {
            var failed = !query.IsNull(3);
            yield return new PairResult((int)query.Long(0), unchecked((ulong)query.Long(1)), (int)query.Long(2), failed ? null : Values(4),
                failed ? null : Values(5), query.Text(3));
        }

        long[] Values(int from)
        {
            var values = new long[Measures];
            for (var m = 0; m < values.Length; m++) values[m] = query.Long(from + 2 * m);
            return values;
        }
    }

    /// <summary>SHA-256 over all rows below a number, in the order of runs: the same for any number of threads and any
    /// interruptions.</summary>
    public string Digest(int below)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> word = stackalloc byte[8];
        foreach (var row in Rows(below))
        {
            Append(word, row.Run);
            Append(word, unchecked((long)row.Seed));
            Append(word, row.Bites);
            var error = Encoding.UTF8.GetBytes(row.Error ?? "");
            Append(word, error.Length);
            hash.AppendData(error);
            for (var m = 0; row.Error is null && m < row.Base!.Length; m++)
            {
                Append(word, row.Base[m]);
                Append(word, row.Changed![m]);
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Append(Span<byte> into, long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(into, value);
            hash.AppendData(into);
        }
    }

    public void AddLook(Look look)
    {
        using var insert = _database.Prepare("INSERT OR REPLACE INTO look VALUES(?1, ?2, ?3, ?4)").Bind(1, look.Pairs)
            .Bind(2, look.Effect?.ToString("R", CultureInfo.InvariantCulture)).Bind(3, look.HalfWidth?.ToString("R", CultureInfo.InvariantCulture))
            .Bind(4, look.Stop.ToString());
        insert.Run();
    }

    /// <summary>Every look that was taken, in order.</summary>
    public IReadOnlyList<Look> Looks()
    {
        var looks = new List<Look>();
        using var query = _database.Prepare("SELECT pairs, effect, half_width, stop FROM look ORDER BY pairs");
        while (query.Step()) looks.Add(new Look((int)query.Long(0), Number(1), Number(2), Enum.Parse<Stop>(query.Text(3)!)));
        return looks;

        double? Number(int column) => query.IsNull(column) ? null : double.Parse(query.Text(column)!, CultureInfo.InvariantCulture);
    }

    public void Dispose() => _database.Dispose();
}

/// <summary>Pairs that follow one another, played together: what is put into the store at once.</summary>
public sealed record Batch(int First, IReadOnlyList<PairResult> Pairs, long Milliseconds);

/// <summary>Why an experiment ended, or that it went on.</summary>
public enum Stop { GoesOn, Width, Cap }

/// <summary>A look at the primary outcome: how wide its interval was, and whether that was narrow enough. The sign plays no part.</summary>
public sealed record Look(int Pairs, double? Effect, double? HalfWidth, Stop Stop);
