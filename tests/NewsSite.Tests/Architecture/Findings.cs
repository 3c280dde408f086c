namespace NewsSite.Tests.Architecture;

internal static class Findings
{
    /// <summary>Fails with all that was found, one per line; Assert.Empty would show the first few only.</summary>
    public static void MustBeNone(IEnumerable<string> findings)
    {
        var all = string.Join(Environment.NewLine, findings);
        if (all.Length > 0)
            Assert.Fail(all);
    }
}
