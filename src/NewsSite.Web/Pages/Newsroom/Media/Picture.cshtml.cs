using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Employers;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;
using NewsSite.Web.Security;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Newsroom.Media;

/// <summary>One picture: what is said about it, whose it is, where the eye goes, and where it is used.</summary>
[Authorize(Policies.Write)]
public sealed class PictureModel(MediaLibrary library, MediaUses uses, PictureLogos logos, MediaDesk desk, IStringLocalizer<Interface> texts) : MediaPage(library)
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>By language code.</summary>
    [BindProperty]
    public Dictionary<string, string?> Alt { get; set; } = [];

    /// <inheritdoc cref="Alt"/>
    [BindProperty]
    public Dictionary<string, string?> Caption { get; set; } = [];

    [BindProperty]
    public string? Credit { get; set; }

    [BindProperty]
    public string? Rights { get; set; }

    /// <summary>As the field for days sends it.</summary>
    [BindProperty]
    public string? RightsEnd { get; set; }

    [BindProperty(Name = "focusX")]
    public string? FocusX { get; set; }

    [BindProperty(Name = "focusY")]
    public string? FocusY { get; set; }

    public MediaUseList Uses { get; private set; } = new([], HasMore: false);
    public IReadOnlyList<LogoUse> Logos { get; private set; } = [];

    /// <summary>Somebody else saved since the page was opened: <see cref="MediaPage.Item"/> is theirs.</summary>
    public bool IsStale { get; private set; }

    public Focus Focus { get; private set; } = Focus.Centre;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is > 0 and var missing)
            return StatusCode(missing);
        Fill(MediaWords.Of(Item));
        await LoadUsesAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is > 0 and var missing)
            return StatusCode(missing);
        var words = Read();
        if (ModelState.IsValid)
        {
            if (await desk.DescribeAsync(id, Version, words, cancel) is not { } changed)
                return StatusCode(StatusCodes.Status410Gone);
            if (!changed.IsConflict)
                return Done(string.Create(CultureInfo.InvariantCulture, $"/media/{id}"), texts["The picture is saved."]);
            Show(changed.Item);
            Version = changed.Item.Version;
            ModelState.Remove(nameof(Version));
            IsStale = true;
            ModelState.AddModelError("", texts["Somebody else saved this picture while you were writing. What is saved now stands below each field that differs; save again to put your words in its place."]);
        }
        await LoadUsesAsync(cancel);
        return Wrong(IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>What is saved, where somebody else saved something other than what stands in the field.</summary>
    public string? Saved(string typed, string saved) => IsStale && typed != saved ? saved : null;

    private void Fill(MediaWords words)
    {
        Version = Item.Version;
        Alt = Language.All.ToDictionary(language => language.Code, language => (string?)words.Alt.Own(language));
        Caption = Language.All.ToDictionary(language => language.Code, language => (string?)words.Caption.Own(language));
        (Credit, Rights) = (words.Credit, words.Rights);
        RightsEnd = words.RightsEnd is { } end ? Words.Machine(end) : "";
        Focus = words.Focus;
    }

    /// <summary>What was typed; what is wrong with it stands beside each field.</summary>
    private MediaWords Read()
    {
        foreach (var language in Language.All)
        {
            Check($"Alt[{language.Code}]", Alt.GetValueOrDefault(language.Code), MediaWords.MaxAlt);
            Check($"Caption[{language.Code}]", Caption.GetValueOrDefault(language.Code), MediaWords.MaxCaption);
        }
        Check(nameof(Credit), Credit, MediaWords.MaxCredit);
        Check(nameof(Rights), Rights, MediaWords.MaxRights);
        DateOnly? end = null;
        if (!string.IsNullOrWhiteSpace(RightsEnd))
        {
            if (DateOnly.TryParseExact(RightsEnd.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                end = day;
            else
                ModelState.AddModelError(nameof(RightsEnd), texts["This is no date. Write it as 2027-01-31."]);
        }
        Focus = Focus.Within(Percent(FocusX), Percent(FocusY));
        return new MediaWords
        {
            Alt = TextOf(language => Alt.GetValueOrDefault(language.Code)),
            Caption = TextOf(language => Caption.GetValueOrDefault(language.Code)),
            Credit = Credit?.Trim() ?? "",
            Rights = Rights?.Trim() ?? "",
            RightsEnd = end,
            Focus = Focus,
        };
    }

    private void Check(string field, string? text, int most)
    {
        if (text?.Trim().Length > most)
            ModelState.AddModelError(field, texts["This is too long: {0} characters are the most.", most]);
    }

    private static int Percent(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent) ? percent : Focus.Centre.X;

    private async Task LoadUsesAsync(CancellationToken cancel)
    {
        Uses = await uses.OfAsync(Item.Id, cancel);
        Logos = await logos.OfAsync(Item.Renditions.Select(rendition => rendition.File).Concat(Item.FormerFiles), cancel);
    }
}
