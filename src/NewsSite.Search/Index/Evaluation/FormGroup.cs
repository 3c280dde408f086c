using NewsSite.Search.Index.Postings;

namespace NewsSite.Search.Index.Evaluation;

/// <summary>A form of a segment and what an occurrence of it counts, 1 for what was asked itself.</summary>
internal readonly record struct WeightedForm(int Form, float Weight);

/// <summary>Forms that count as one word: those of a stem, with a prefix, within some typos.</summary>
/// <param name="forms">For each segment.</param>
/// <param name="frequencies">In how many documents of each segment they stand.</param>
/// <param name="weights">Of the asked fields.</param>
/// <param name="most">What the word scores at endless frequency.</param>
/// <param name="saturation">At which frequency it scores half of that.</param>
internal sealed class FormGroup(IReadOnlyList<WeightedForm[]> forms, long[] frequencies, FieldWeights weights, float most, float saturation) : Node
{
    public WeightedForm[] FormsIn(int segment) => forms[segment];

    public FieldWeights Weights => weights;

    /// <summary>In how many documents the forms stand, one that has several counted for each.</summary>
    public long Documents { get; } = frequencies.Sum();

    public override long CostIn(int segment) => frequencies[segment];

    public override void Produce(SegmentScan scan, Candidates found)
    {
        var here = forms[scan.Number];
        if (here.Length == 1)
        {
            ProduceOne(here[0], scan, found);
            return;
        }
        var sums = scan.Workspace.TakeAccumulator(scan.Count);
        foreach (var form in here)
            AddTo(sums, form, scan);
        sums.MoveTo(found, scan.Count);
        scan.Workspace.Return(sums);
        foreach (ref var score in found.Scores)
            score = Saturate(score);
    }

    public override void Restrict(SegmentScan scan, Candidates candidates)
    {
        var sums = scan.Workspace.Zeros(candidates.Count);
        foreach (var form in forms[scan.Number])
            AddTo(sums, form, scan, candidates.Documents);
        foreach (ref var sum in sums)
            sum = Saturate(sum);
        candidates.KeepAndAdd(sums);
    }

    private float Saturate(float frequency) => most * frequency / (frequency + saturation);

    private void ProduceOne(WeightedForm form, SegmentScan scan, Candidates found)
    {
        var reader = scan.Reader;
        var store = reader.Store;
        var (documents, scores) = found.Room(store.Frequencies[form.Form]);
        var count = 0;
        for (var block = store.FirstBlock[form.Form]; block < store.FirstBlock[form.Form + 1]; block++)
        {
            reader.Read(form.Form, block);
            var inBlock = reader.Documents;
            var numbers = reader.Numbers;
            var weighted = new Frequencies(weights, scan);
            for (var index = 0; index < inBlock.Length; index++)
            {
                var frequency = weighted.Of(numbers[index], inBlock[index]) * form.Weight;
                documents[count] = inBlock[index];
                scores[count] = Saturate(frequency);
                count += frequency > 0 ? 1 : 0;
            }
        }
        found.Take(count);
    }

    private void AddTo(Accumulator sums, WeightedForm form, SegmentScan scan)
    {
        var reader = scan.Reader;
        var store = reader.Store;
        var weighted = new Frequencies(weights, scan);
        for (var block = store.FirstBlock[form.Form]; block < store.FirstBlock[form.Form + 1]; block++)
        {
            reader.Read(form.Form, block);
            var inBlock = reader.Documents;
            var numbers = reader.Numbers;
            for (var index = 0; index < inBlock.Length; index++)
                sums.Add(inBlock[index], weighted.Of(numbers[index], inBlock[index]) * form.Weight);
        }
    }

    /// <summary>Both rise, so each is gone through once, and blocks without a candidate are passed over.</summary>
    private void AddTo(Span<float> sums, WeightedForm form, SegmentScan scan, ReadOnlySpan<int> candidates)
    {
        var reader = scan.Reader;
        var store = reader.Store;
        var weighted = new Frequencies(weights, scan);
        var (block, end) = (store.FirstBlock[form.Form], store.FirstBlock[form.Form + 1]);
        for (var candidate = 0; candidate < candidates.Length; block++)
        {
            block = store.BlockOf(form.Form, candidates[candidate], block);
            if (block == end)
                return;
            reader.Read(form.Form, block);
            var inBlock = reader.Documents;
            var last = inBlock[^1];
            for (var index = 0; candidate < candidates.Length && candidates[candidate] <= last; candidate++)
            {
                var document = candidates[candidate];
                while (inBlock[index] < document)
                    index++;
                if (inBlock[index] == document)
                    sums[candidate] += weighted.Of(reader.Numbers[index], document) * form.Weight;
            }
        }
    }

    /// <summary>Looks weighted frequencies up; most stand in the body only and need one look.</summary>
    private readonly ref struct Frequencies(FieldWeights weights, SegmentScan scan)
    {
        private readonly ReadOnlySpan<int> _inBodyOnly = scan.Reader.Store.Occurrences.InBodyOnly;
        private readonly ReadOnlySpan<float> _inBody = weights.InBody;
        private readonly ReadOnlySpan<byte> _bodyLengths = scan.Columns.Lengths[Occurrences.FieldCount - 1];

        public float Of(int number, int document)
        {
            var inBody = _inBodyOnly[number];
            return inBody > 0
                ? inBody * _inBody[_bodyLengths[document]]
                : weights.Frequency(scan.Reader.Store.Occurrences[number], scan.Columns, document);
        }
    }
}
