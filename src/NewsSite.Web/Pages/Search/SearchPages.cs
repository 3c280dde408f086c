namespace NewsSite.Web.Pages.Search;

/// <summary>What the search's pages are made with.</summary>
internal static class SearchPages
{
    public static void AddSearchPages(this IServiceCollection services)
    {
        services.AddSingleton<FilterGroups>();
        services.AddSingleton<QueryChoices>();
        services.AddSingleton<SearchVocabulary>();
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
