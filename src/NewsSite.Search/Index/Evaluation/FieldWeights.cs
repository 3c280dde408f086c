using NewsSite.Search.Index.Postings;
using NewsSite.Search.Index.Segments;
using NewsSite.Search.Queries;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>What occurrences in the asked fields count: for each field and length code, what one occurrence counts; 0 in other fields.</summary>
internal sealed class FieldWeights
{
    private const int LastField = Occurrences.FieldCount - 1;
    private readonly float[][] _byLength = new float[Occurrences.FieldCount][];

    /// <param name="averages">Of the fields' lengths.</param>
    public FieldWeights(Ranking ranking, Fields fields, ReadOnlySpan<float> averages)
    {
        Fields = fields;
        for (var field = 0; field < Occurrences.FieldCount; field++)
        {
            var weights = _byLength[field] = new float[256];
            if (((int)fields & (1 << field)) == 0)
                continue;
            var (weight, matters) = ranking[field];
            for (var code = 0; code < weights.Length; code++)
                weights[code] = weight / (1 - matters + (matters * FieldLength.Decode((byte)code) / Math.Max(1, averages[field])));
        }
    }

    public Fields Fields { get; }

    /// <summary>For occurrences in the body only.</summary>
    public ReadOnlySpan<float> InBody => _byLength[LastField];

    /// <summary>The weighted frequency of these occurrences in that document; 0: none is in the asked fields.</summary>
    public float Frequency(Occurrences counts, Columns columns, int document)
    {
        var lengths = columns.Lengths;
        return (counts.Title * _byLength[0][lengths[0][document]])
            + (counts.By * _byLength[1][lengths[1][document]])
            + (counts.Lead * _byLength[2][lengths[2][document]])
            + (counts.Filed * _byLength[3][lengths[3][document]])
            + (counts.Body * _byLength[LastField][lengths[LastField][document]]);
    }
}
