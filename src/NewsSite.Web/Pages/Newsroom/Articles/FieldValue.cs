using System.Text;
using System.Text.Json;

namespace NewsSite.Web.Pages.Newsroom.Articles;

/// <summary>One value out of a request, read as what its field holds; what it is not is noted.</summary>
public sealed class FieldValue(JsonElement value, string name, FieldProblems problems)
{
    /// <summary>A text of one line: line ends in it become spaces.</summary>
    public string Line(int most) => Words(most).Replace('\n', ' ');

    public string Words(int most)
    {
        if (value.ValueKind != JsonValueKind.String)
            return Wrong(FieldProblem.NoText, "");
        if (!IsSound(value, out var text))
            return Wrong(FieldProblem.ForbiddenCharacter, "");
        text = text.ReplaceLineEndings("\n");
        return text.Length <= most ? text : Wrong(FieldProblem.TooLong, "");
    }

    /// <summary>An id, or null for none.</summary>
    public long? Number() => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number when value.TryGetInt64(out var number) && number > 0 => number,
        _ => Wrong(FieldProblem.NoNumber, (long?)null),
    };

    /// <summary>Ids in order, each once.</summary>
    public IReadOnlyList<long> Numbers(int most)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return Wrong<IReadOnlyList<long>>(FieldProblem.NoList, []);
        if (value.GetArrayLength() > most)
            return Wrong<IReadOnlyList<long>>(FieldProblem.TooMany, []);
        var numbers = new List<long>();
        foreach (var element in value.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt64(out var number) || number <= 0)
                return Wrong<IReadOnlyList<long>>(FieldProblem.NoNumber, []);
            if (!numbers.Contains(number))
                numbers.Add(number);
        }
        return numbers;
    }

    public T Checked<T>(T read, Func<T, bool> isRight, FieldProblem otherwise) => isRight(read) ? read : Wrong(otherwise, read);

    public T Unknown<T>(T unchanged) => Wrong(FieldProblem.UnknownField, unchanged);

    private T Wrong<T>(FieldProblem problem, T instead)
    {
        problems.Add(name, problem);
        return instead;
    }

    /// <summary>Control characters and halves of characters are in no text that people write, and PostgreSQL keeps none of the former.</summary>
    private static bool IsSound(JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            text = ""; // Half a character, written as an escape.
            return false;
        }
        return text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && (!Rune.IsControl(rune) || rune.Value is '\n' or '\r' or '\t'));
    }
}
