using NewsSite.Jobs.Places;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Search;

/// <summary>What stands in place of slugs and keys on one page.</summary>
public sealed record FilterNames(Frame Frame, Gazetteer Places, IReadOnlyDictionary<string, string> Tags, IReadOnlyDictionary<string, string> Authors)
{
    public Language Language => Frame.Language;
}
