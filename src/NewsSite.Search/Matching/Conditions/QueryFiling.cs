using NewsSite.Search.Matching.Segments;
using NewsSite.Search.Queries;

namespace NewsSite.Search.Matching.Conditions;

/// <summary>Makes of a query the conditions that it is checked by, the rarest first.</summary>
internal sealed class QueryFiling(ConditionTable table)
{
    /// <summary>A search whose rarest condition is commoner than that is filed under its surroundings.</summary>
    private const float Common = 0.25f;

    private readonly List<int> _positives = [];
    private readonly List<int> _negatives = [];
    private int[] _body = new int[64];
    private bool _isUnusual;

    /// <param name="days">Not older than so many days, whenever it is matched; the query itself says nothing of that.</param>
    public void File(long id, ResolvedQuery query, int? days, QuerySegmentBuilder builder)
    {
        _positives.Clear();
        _negatives.Clear();
        _isUnusual = false;
        if (query.Words is { } words)
            AddWords(words);
        foreach (var filter in query.Filters)
            _positives.Add(table.OneOf(filter));
        var reach = query.Near is null && query.UnknownPlace is null ? -1 : table.Near(query.Near, query.WithEverywhere);
        Order(_positives);
        Order(_negatives);
        _positives.Remove(ConditionTable.Always);
        _isUnusual |= _positives.Count > RecordHeader.MostConditions || _negatives.Count > RecordHeader.MostConditions;

        var (lead, second, left) = Choose(reach);
        var remainder = RemainderOf(query, days);
        var length = Write(left, second == ~reach || lead == ~reach ? -1 : reach, query.LeastPay, remainder);
        builder.Add(id, lead, second, _body.AsSpan(0, length), remainder);
    }

    private void AddWords(Clause clause)
    {
        if (clause is AllOf all)
        {
            foreach (var part in all.Clauses)
                AddWords(part);
            return;
        }
        var (list, asked) = clause is NoneOf none ? (_negatives, none.Clause) : (_positives, clause);
        if (ConditionOf(asked) is { } condition)
            list.Add(condition);
        else
            _isUnusual = true;
    }

    /// <summary>Null: there is no condition for such a clause.</summary>
    private int? ConditionOf(Clause clause) => clause switch
    {
        TermClause term => table.Word(term.Stems, term.In),
        PhraseClause { Words: [var word] } => table.Word(word.Stems, word.In),
        PhraseClause { Words.Count: > 1 } phrase => table.Phrase(phrase.Words),
        AnyOf any => ConditionsOf(any.Clauses) is { } some ? table.Any(some) : null,
        AllOf all => ConditionsOf(all.Clauses) is { } parts ? table.All(parts) : null,
        _ => null,
    };

    private List<int>? ConditionsOf(IReadOnlyList<Clause> clauses)
    {
        var conditions = new List<int>(clauses.Count);
        foreach (var clause in clauses)
        {
            if (ConditionOf(clause) is not { } condition)
                return null;
            conditions.Add(condition);
        }
        return conditions;
    }

    /// <summary>The rarest first, each once.</summary>
    private void Order(List<int> conditions)
    {
        for (var i = 1; i < conditions.Count && conditions.Count <= 16; i++)
        {
            for (var j = i; j > 0 && Compare(conditions[j], conditions[j - 1]) < 0; j--)
                (conditions[j], conditions[j - 1]) = (conditions[j - 1], conditions[j]);
        }
        if (conditions.Count > 16)
            conditions.Sort(Compare);
        for (var i = conditions.Count - 1; i > 0; i--)
        {
            if (conditions[i] == conditions[i - 1])
                conditions.RemoveAt(i);
        }
    }

    private int Compare(int one, int other) => table.ShareOf(one).CompareTo(table.ShareOf(other)) is not 0 and var order ? order : one.CompareTo(other);

    /// <returns>And from which of the conditions on they stand in the record.</returns>
    private (int Lead, int Second, int Left) Choose(int reach)
    {
        if (reach >= 0 && (_positives.Count == 0 || table.ShareOf(_positives[0]) > Common))
            return (~reach, _positives.Count > 0 ? _positives[0] : ConditionTable.Always, Math.Min(1, _positives.Count));
        if (_positives.Count == 0)
            return (ConditionTable.Always, ConditionTable.Always, 0);
        if (reach >= 0 && (_positives.Count == 1 || table.ShareOfReach(reach) < table.ShareOf(_positives[1])))
            return (_positives[0], ~reach, 1);
        return _positives.Count > 1 ? (_positives[0], _positives[1], 2) : (_positives[0], ConditionTable.Always, 1);
    }

    private Remainder? RemainderOf(ResolvedQuery query, int? days)
    {
        var leastPay = query.LeastPay is < 0 or > int.MaxValue ? query.LeastPay : null;
        return !_isUnusual && days is null && query.From is null && query.Before is null && leastPay is null
            ? null
            : new Remainder { Words = _isUnusual ? query.Words : null, Days = days, From = query.From, Before = query.Before, LeastPay = leastPay };
    }

    private int Write(int left, int reach, long? leastPay, Remainder? remainder)
    {
        var (positives, negatives) = (Math.Min(_positives.Count - left, RecordHeader.MostConditions), Math.Min(_negatives.Count, RecordHeader.MostConditions));
        if (_body.Length < positives + negatives + 4)
            _body = new int[positives + negatives + 4];
        var (header, length) = (RecordHeader.Of(positives, negatives), 1);
        for (var place = 0; place < positives; place++)
            _body[length++] = _positives[left + place];
        for (var place = 0; place < negatives; place++)
            _body[length++] = _negatives[place];
        Append(RecordHeader.HasReach, reach >= 0, reach);
        Append(RecordHeader.HasPay, leastPay is >= 0 and <= int.MaxValue, (int)Math.Clamp(leastPay ?? 0, 0, int.MaxValue));
        Append(RecordHeader.HasRemainder, remainder is not null, 0);
        _body[0] = header;
        return length;

        void Append(int flag, bool stands, int value)
        {
            if (!stands)
                return;
            header |= flag;
            _body[length++] = value;
        }
    }
}
