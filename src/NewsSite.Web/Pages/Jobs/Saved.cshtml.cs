using Microsoft.Extensions.Localization;
using NewsSite.Web.Caching;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>The jobs that a reader saved. Which they are only the reader's browser knows; its script fills the list by <see cref="SavedListModel"/>.</summary>
[KeptForEverybody]
public sealed class SavedModel(IStringLocalizer<Interface> texts) : ReaderPage
{
    public void OnGet()
    {
        Head.Title = texts["Saved jobs"];
        Head.Current = "jobs";
        Head.NoIndex = true;
    }
}
