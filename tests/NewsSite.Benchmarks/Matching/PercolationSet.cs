using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsSite.Search.Documents;
using NewsSite.Search.Matching;
using NewsSite.Search.Matching.Conditions;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Benchmarks.Matching;

/// <summary>
/// 2,000 jobs, and 10,000, 100,000 and a million saved searches of the plain form, with the checksum of the pairs that belong together; its README
/// says what its tokens are and when a search matches. It lies beside the repository.
/// </summary>
internal sealed class PercolationSet(string folder)
{
    /// <summary>By number of searches: how many pairs, and the checksum.</summary>
    public static readonly IReadOnlyDictionary<int, (int Pairs, string Checksum)> Expected = new Dictionary<int, (int, string)>
    {
        [10_000] = (58_625, "1d5091e96369eb7c3555e6552cc2073bc9db945b38078e882d50750a94d2eca8"),
        [100_000] = (592_760, "06110fd94288f2e1950ff3ea05549e3517b5167b89e7ddf73b954a5d15da5f10"),
        [1_000_000] = (5_980_187, "9481c96bb9f10b2f63741e41998a4996eb25d003d29d70f0238ad7d66ce2a487"),
    };

    private static readonly Lexicon NoLexicon = new();

    public bool IsThere => File.Exists(JobsFile) && File.Exists(AlertsFile(10_000));

    public string JobsFile => Path.Combine(folder, "jobs.jsonl");

    public string MunicipalitiesFile => Path.Combine(folder, "municipalities.jsonl");

    /// <summary>Packed or not, as it lies there.</summary>
    public string AlertsFile(int searches)
    {
        var plain = Path.Combine(folder, $"alerts-{(searches == 1_000_000 ? "1m" : $"{searches / 1000}k")}.jsonl");
        return File.Exists(plain) ? plain : plain + ".gz";
    }

    public IReadOnlyList<PercolatedJob> Jobs() => [.. File.ReadLines(JobsFile).Select(line => Read(line, PercolatedJob.Of))];

    public IEnumerable<PlainAlert> Alerts(int searches) => Lines(AlertsFile(searches)).Select(line => Read(line, PlainAlert.Of));

    /// <summary>The two names of each municipality.</summary>
    public IEnumerable<(string Dutch, string French)> Municipalities() =>
        File.ReadLines(MunicipalitiesFile).Select(line => Read(line, town => (town.GetProperty("nl").GetString()!, town.GetProperty("fr").GetString()!)));

    /// <summary>In how many of the jobs a token or a facet is.</summary>
    public static DocumentFrequencies FrequenciesIn(IReadOnlyList<PercolatedJob> jobs)
    {
        var tokens = new Dictionary<string, int>(StringComparer.Ordinal);
        var facets = new Dictionary<Facet, int>();
        foreach (var job in jobs)
        {
            foreach (var token in job.Tokens().Distinct())
                tokens[token] = tokens.GetValueOrDefault(token) + 1;
            foreach (var facet in job.Facets)
                facets[facet] = facets.GetValueOrDefault(facet) + 1;
        }
        return new DocumentFrequencies(jobs.Count, token => tokens.GetValueOrDefault(token), facet => facets.GetValueOrDefault(facet));
    }

    /// <summary>As the product's matcher takes it, its keywords in place of stems.</summary>
    public static ResolvedQuery ToQuery(in PlainAlert alert)
    {
        Clause[] words = Array.ConvertAll(alert.Keywords, word => (Clause)new TermClause { In = Fields.All, Stems = [word], Exact = word });
        return new ResolvedQuery
        {
            Lexicon = NoLexicon,
            Words = words is [var word] ? word : new AllOf(words),
            Filters = Array.ConvertAll(alert.Facets, facet => new FacetFilter(facet.Name, [facet.Value])),
            Near = alert.Near,
            LeastPay = alert.LeastPay,
            Now = DateTimeOffset.UnixEpoch,
        };
    }

    /// <summary>Of pairs of a search (above) and a job (in the 20 bits below), which are put in order.</summary>
    public static string Checksum(long[] pairs)
    {
        Array.Sort(pairs);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new StringBuilder();
        foreach (var pair in pairs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{pair >> 20}\t{pair & 0xFFFFF}\n");
            if (text.Length < 60_000)
                continue;
            hash.AppendData(Encoding.ASCII.GetBytes(text.ToString()));
            text.Clear();
        }
        hash.AppendData(Encoding.ASCII.GetBytes(text.ToString()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Lines(string path)
    {
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
            return File.ReadLines(path);
        return Unpacked();

        IEnumerable<string> Unpacked()
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
                yield return line;
        }
    }

    private static T Read<T>(string line, Func<JsonElement, T> make)
    {
        using var parsed = JsonDocument.Parse(line);
        return make(parsed.RootElement);
    }
}

/// <summary>A saved search as the file has it.</summary>
internal readonly record struct PlainAlert(int Id, string[] Keywords, Facet[] Facets, Reach? Near, long? LeastPay)
{
    private static readonly string[] FacetNames = ["category", "contract", "language", "region", "municipality"];

    public static PlainAlert Of(JsonElement line) => new(
        line.GetProperty("id").GetInt32(),
        [.. line.GetProperty("keywords").EnumerateArray().Select(word => word.GetString()!)],
        FacetsOf(line),
        line.TryGetProperty("radiusKm", out var radius) ? new Reach(PointOf(line), radius.GetDouble()) : null,
        line.TryGetProperty("minSalary", out var salary) ? salary.GetInt64() : null);

    public static Facet[] FacetsOf(JsonElement line) =>
        [.. FacetNames.Where(name => line.TryGetProperty(name, out _)).Select(name => new Facet(name, string.Intern(line.GetProperty(name).ToString())))];

    public static GeoPoint PointOf(JsonElement line) => new(line.GetProperty("lat").GetDouble(), line.GetProperty("lon").GetDouble());
}

/// <summary>A job as the file has it.</summary>
internal sealed record PercolatedJob(int Id, string Title, string Text, Facet[] Facets, GeoPoint Place, long? Pay)
{
    public static PercolatedJob Of(JsonElement line) => new(
        line.GetProperty("id").GetInt32(), line.GetProperty("title").GetString()!, line.GetProperty("text").GetString()!, PlainAlert.FacetsOf(line),
        PlainAlert.PointOf(line), line.TryGetProperty("salary", out var salary) ? salary.GetInt64() : null);

    public DocumentTraits Traits => new() { Pay = Pay };

    public IReadOnlyList<string> Tokens()
    {
        var tokens = new List<string>();
        var reader = new PlainTokens(Title + "\n" + Text);
        while (reader.Read())
            tokens.Add(reader.Token.ToString());
        return tokens;
    }

    /// <summary>Tells a matcher all of it, from the text on.</summary>
    public void Tell(DocumentRun run)
    {
        var reader = new PlainTokens(Title + "\n" + Text);
        for (var position = 0; reader.Read(); position++)
            run.AddWord(reader.Token, Fields.Body, position);
        foreach (var facet in Facets)
            run.AddFacet(facet);
        run.AddPlace(Place);
    }
}
