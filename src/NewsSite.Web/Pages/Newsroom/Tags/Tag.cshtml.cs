using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Newsroom.Edits;
using NewsSite.Newsroom.Tags;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Tags;

/// <summary>One tag: its names, its address, merging it into another, deleting it.</summary>
[Authorize(Policies.ArrangePaper)]
public sealed class TagModel(TagIndex index, TagSearch search, TagDesk desk, IStringLocalizer<Interface> texts) : EditPage(texts)
{
    public Tag Tag { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "id")]
    public long Id { get; set; }

    [BindProperty]
    public WordsInput Name { get; set; } = new();

    [BindProperty]
    public string? Slug { get; set; }

    /// <summary>The name or the address of the tag that this one is merged into.</summary>
    [BindProperty]
    public string? Into { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        (Name, Slug, Version) = (WordsInput.Of(Tag.Name), Tag.Slug, Tag.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        var name = Name.ToText(TagDesk.LongestName);
        if (name.In(Language).Length == 0)
            return Wrong("Name.En", Texts["Give a name in one language at least."]);
        var outcome = await desk.SaveAsync(Id, Version, Typed.Slug(Slug, name.In(Language)), name, cancel);
        return outcome == EditOutcome.Saved ? Done($"/tags/{Id}", Texts["The tag is saved."]) : Refuse(outcome, Tag.Version);
    }

    public async Task<IActionResult> OnPostMergeAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        (Name, Slug) = (WordsInput.Of(Tag.Name), Tag.Slug);
        var target = await TargetAsync(cancel);
        if (target is null || target.Id == Id)
            return Wrong("Into", Texts["There is no other tag of this name. Write its whole name, or its address."]);
        var outcome = await desk.MergeAsync(Id, Version, target.Id, cancel);
        return outcome == EditOutcome.Saved ? Done($"/tags/{target.Id}", Texts["“{0}” is merged into this tag; its address leads here.", Tag.Name.In(Language)]) : Refuse(outcome, Tag.Version);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        (Name, Slug) = (WordsInput.Of(Tag.Name), Tag.Slug);
        var outcome = await desk.DeleteAsync(Id, Version, cancel);
        return outcome == EditOutcome.Saved ? Done("/tags", Texts["“{0}” is deleted.", Tag.Name.In(Language)]) : Refuse(outcome, Tag.Version);
    }

    private async Task<Tag?> TargetAsync(CancellationToken cancel)
    {
        var words = Typed.Clean(Into, TagDesk.LongestName);
        if (words.Length == 0)
            return null;
        var slug = Platform.Html.Slug.From(words.Split('/')[^1]);
        return await index.FindAsync(slug, cancel)
            ?? (await search.PageAsync(words, 5, cancel: cancel)).Items.Select(line => line.Tag).FirstOrDefault(tag => Platform.Languages.Language.All.Any(language => string.Equals(tag.Name.In(language), words, StringComparison.OrdinalIgnoreCase)));
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await index.FindAsync(Id, cancel) is not { } tag)
            return false;
        Tag = tag;
        return true;
    }
}
