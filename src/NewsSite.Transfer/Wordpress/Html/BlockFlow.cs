using NewsSite.Platform.Html.Blocks;

namespace NewsSite.Transfer.Wordpress.Html;

/// <summary>Blocks as they are found, and the paragraph that is being written. What may stand where is settled later.</summary>
internal sealed class BlockFlow
{
    private readonly List<Block> _blocks = [];
    private readonly List<Block> _floating = [];

    public InlineRun Run { get; } = new();

    /// <summary>Ends the paragraph that is being written.</summary>
    public void EndParagraph()
    {
        if (Run.Take() is { Count: > 0 } nodes)
            _blocks.Add(Block.Of("paragraph", nodes));
        _blocks.AddRange(_floating);
        _floating.Clear();
    }

    public void Add(Block block)
    {
        EndParagraph();
        _blocks.Add(block);
    }

    public void AddRange(IEnumerable<Block> blocks)
    {
        EndParagraph();
        _blocks.AddRange(blocks);
    }

    /// <summary>Sets a picture: before the paragraph where it stands at its beginning, else after it, so that no sentence is torn.</summary>
    public void Float(IEnumerable<Block> blocks)
    {
        if (Run.IsEmpty && _floating.Count == 0)
            AddRange(blocks);
        else
            _floating.AddRange(blocks);
    }

    public IReadOnlyList<Block> Take()
    {
        EndParagraph();
        return _blocks;
    }
}
