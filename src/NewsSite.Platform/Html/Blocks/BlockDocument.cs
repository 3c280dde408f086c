namespace NewsSite.Platform.Html.Blocks;

/// <summary>
/// A text made of blocks, as the editor makes it and the database keeps it (ProseMirror JSON). Whatever is parsed has been
/// checked against schema.json; HTML is never part of it.
/// </summary>
public sealed class BlockDocument
{
    public static readonly BlockDocument Empty = new(new Block("doc"), "");

    /// <summary>The most bytes that a document may have as JSON.</summary>
    public static int MaxBytes => BlockSchema.Current.MaxBytes;

    /// <summary>An estimate for blocks and texts with the HTML that is written from them.</summary>
    private const int BytesPerCharacter = 8;

    private const int LeastBytes = 1024;

    private volatile Block? _root;
    private volatile string? _stored;

    private BlockDocument(Block? root, string stored)
    {
        _root = root;
        _stored = root is null ? stored : null;
        Weight = LeastBytes + (stored.Length * BytesPerCharacter);
    }

    public Block Root
    {
        get
        {
            // What is stored first: it is let go of only when there are blocks. Two threads may both read it: the same comes out.
            var stored = _stored;
            if (_root is { } known)
                return known;
            var root = BlockReader.Read(stored!);
            (_root, _stored) = (root, null);
            return root;
        }
    }

    /// <summary>About how many bytes it takes in memory.</summary>
    public int Weight { get; }

    /// <exception cref="BlockDocumentException">The text is no JSON, or not a document that the schema allows; the message says what and where.</exception>
    public static BlockDocument Parse(string json) => new(BlockReader.Read(json), json);

    /// <summary>What <see cref="ToJson"/> gave: read into blocks when somebody asks for them.</summary>
    public static BlockDocument Stored(string json) => new(root: null, json);

    /// <summary>A document of these blocks, checked as if it had been parsed.</summary>
    /// <exception cref="BlockDocumentException">The schema does not allow it.</exception>
    public static BlockDocument Of(IReadOnlyList<Block> blocks) => Parse(BlockJson.Write(Block.Of("doc", blocks)));

    public string ToJson() => BlockJson.Write(Root);

    /// <summary>The ids of all pictures shown in the document, each once.</summary>
    public IReadOnlyList<long> Pictures()
    {
        var pictures = new List<long>();
        Collect(Root, pictures);
        return pictures;
    }

    private static void Collect(Block block, List<long> pictures)
    {
        if (block.Type == "picture" && block.NumberAttribute("media") is { } media && !pictures.Contains(media))
            pictures.Add(media);
        foreach (var child in block.Content)
            Collect(child, pictures);
    }

    /// <summary>The words without form, paragraphs separated by line ends; for search, feeds and descriptions.</summary>
    public string PlainText() => _stored is { } json ? BlockText.OfStored(json) : BlockText.Of(Root);

    public int WordCount()
    {
        var count = 0;
        var inWord = false;
        foreach (var character in PlainText())
        {
            var letter = char.IsLetterOrDigit(character) || (inWord && character is '\'' or '’' or '-');
            if (letter && !inWord)
                count++;
            inWord = letter;
        }
        return count;
    }
}
