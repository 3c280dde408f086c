namespace NewsSite.Tests;

public sealed class SharedDataTests
{
    [SharedDataFact("wxr")]
    public void The_exports_are_found() => Assert.NotEmpty(SharedData.Files("wxr", "*.xml"));

    [SharedDataFact("no such thing")]
    public void A_fact_without_its_data_is_no_test() => Assert.Fail("The data is not there");

    [SharedDataTheory("no such thing")]
    [InlineData(1)]
    public void A_theory_without_its_data_is_no_test(int number) => Assert.Fail($"The data is not there: {number}");
}
