using NewsSite.Platform.Html.Blocks;
using NewsSite.Transfer.Wordpress.Html;
using NewsSite.Transfer.Wordpress.Media;

namespace NewsSite.Tests.Transfer.Wordpress;

/// <summary>A text of an old site with two pictures (media 11 and 12, uploaded to post 7) as it comes over.</summary>
internal sealed class Converted
{
    private readonly ConversionNotes _notes = new();

    public Converted(string html, bool withPictures = true)
    {
        var attachments = new Attachments();
        attachments.Add(new Attachment(101, 7, 11, "https://old.example/wp-content/uploads/2013/03/cat.jpg", ""), "2013/03/cat.jpg");
        attachments.Add(new Attachment(102, 7, 12, "https://old.example/wp-content/uploads/2013/03/dog.jpg", ""), "2013/03/dog.jpg");
        attachments.Add(new Attachment(103, 7, null, "https://old.example/wp-content/uploads/2013/03/song.mp3", ""), null);
        Document = HtmlToBlocks.Convert(new HtmlSource
        {
            Html = html,
            PostId = 7,
            Address = new Uri("https://old.example/2013/03/post/"),
            Links = new OldLinks(new Uri("https://old.example"), Attachments.None),
            Attachments = withPictures ? attachments : Attachments.None,
        }, _notes);
    }

    public BlockDocument Document { get; }

    public IReadOnlyList<Block> Blocks => Document.Root.Content;

    public IEnumerable<string> Types => Blocks.Select(block => block.Type);

    public string Text => Document.PlainText();

    public IEnumerable<string> Notes => _notes.Counts.Keys.Select(note => $"{note.Kind}: {note.What}");

    public IEnumerable<string> Links => Document.Root.Walk().SelectMany(block => block.Marks).Where(mark => mark.Type == "link").Select(mark => mark.Href!).Distinct();
}
