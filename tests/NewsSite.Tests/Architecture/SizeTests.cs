namespace NewsSite.Tests.Architecture;

/// <summary>Livable sizes: what is longer is two things.</summary>
public sealed class SizeTests
{
    private const int MaxLines = 300;
    private const int MaxProgramLines = 80;
    private const int MaxParameters = 6;

    [Fact]
    public void No_file_is_too_long() =>
        Findings.MustBeNone(new[] { "src", "tests", "wwwroot" }
            .SelectMany(folder => SourceTree.Files(folder, ".cs", ".ts", ".cshtml", ".razor", ".css"))
            .Select(file => (file.Path, Lines: file.Lines().Length))
            .Where(file => file.Lines > MaxLines)
            .Select(file => $"{file.Path}: {file.Lines} lines, {MaxLines} at most"));

    [Fact]
    public void Program_fits_one_screen() =>
        Assert.InRange(new SourceFile("src/NewsSite.Web/Program.cs").Lines().Length, 1, MaxProgramLines);

    [Fact]
    public void No_constructor_takes_too_much() =>
        Findings.MustBeNone(
            from type in SourceTree.Types()
            from constructor in type.GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            where constructor.GetParameters().Length > MaxParameters
            select $"{type.FullName}: {constructor.GetParameters().Length} parameters, {MaxParameters} at most");
}
