namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>What can be wrong with a field; the words stand among the interface's texts.</summary>
public enum FieldProblem
{
    NoText,
    NoNumber,
    NoList,
    TooLong,
    TooMany,
    ForbiddenCharacter,
    NoSlug,
    NoLanguage,
    LanguageIsFixed,
    LanguageIsTaken,
    NotThere,
    UnknownField,
}

/// <summary>What is wrong in a request, by the place in it.</summary>
public sealed class FieldProblems
{
    private readonly Dictionary<string, List<string>> _problems = new(StringComparer.Ordinal);
    private readonly Func<FieldProblem, string> _say;

    public FieldProblems(Func<FieldProblem, string> say) => _say = say;

    public bool IsEmpty => _problems.Count == 0;

    /// <summary>By place, as RFC 9457 extensions give them.</summary>
    public IReadOnlyDictionary<string, string[]> All => _problems.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());

    public string First => _problems.Values.First()[0];

    public void Add(string place, string problem)
    {
        if (!_problems.TryGetValue(place, out var list))
            _problems[place] = list = [];
        list.Add(problem);
    }

    public void Add(string field, FieldProblem problem) => Add("fields." + field, _say(problem));
}
