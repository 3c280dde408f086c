using NewsSite.Platform.Database;
using NewsSite.Search.Following;
using NewsSite.Search.Matching;

namespace NewsSite.Web.Pages.Search;

/// <summary>What the search's pages are made with.</summary>
internal static class SearchPages
{
    public static void AddSearchPages(this IServiceCollection services)
    {
        services.AddSingleton<FilterGroups>();
        services.AddSingleton<QueryChoices>();
        services.AddSingleton<SearchVocabulary>();
        // Made when the tables change, so that no search waits for it.
        services.AddSingleton(new OnLogMoved(async (provider, cancel) =>
            await provider.GetRequiredService<SearchVocabulary>().CurrentAsync(provider.GetRequiredService<NewsDb>(), cancel)));
        services.AddScoped<FindVocabulary>(provider => cancel => provider.GetRequiredService<SearchVocabulary>().CurrentAsync(provider.GetRequiredService<NewsDb>(), cancel));
        services.AddSingleton<SuggestedNames>();
        services.AddSingleton<Spelling>();
        services.AddScoped<TitleSuggestions>();
        services.AddScoped<Suggestions>();
        services.AddScoped<Finder>();
        services.AddScoped<FoundThings>();
        services.AddScoped<FilterNaming>();
        services.AddScoped<FoundPageMaker>();
    }
}
