using Microsoft.Extensions.DependencyInjection;
using NewsSite.Platform.Database;
using NewsSite.Search.Figures;
using NewsSite.Search.Following;
using NewsSite.Search.Index;
using NewsSite.Search.Matching;
using NewsSite.Search.Queries;
using NewsSite.Search.Text;

namespace NewsSite.Search;

/// <summary>The door of Search: it finds documents, and knows nothing of articles or jobs.</summary>
public static class SearchModule
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton(new MappedAssembly(typeof(SearchModule).Assembly))
        .AddSingleton<SearchCounter>()
        .AddSingleton<FigureWriter>()
        .AddHostedService(provider => provider.GetRequiredService<FigureWriter>())
        .AddScoped<SearchFigures>()
        .AddIndex()
        .AddMatching();

    private static IServiceCollection AddIndex(this IServiceCollection services) => services
        .AddSingleton<Lexicon>()
        .AddSingleton<SearchIndex>()
        .AddSingleton<SourceReading>()
        .AddSingleton<IndexSnapshot>()
        .AddSingleton<IndexKeeper>()
        .AddHostedService<IndexFollower>()
        .AddScoped<Reindexing>();

    private static IServiceCollection AddMatching(this IServiceCollection services) => services
        // The host knows names and places; without one words are what they are.
        .AddSingleton<FindVocabulary>(provider =>
        {
            var none = Vocabulary.Empty(provider.GetRequiredService<Lexicon>());
            return _ => ValueTask.FromResult(none);
        })
        .AddSingleton<SavedSearchKeeper>()
        .AddHostedService<SavedSearchFollower>();
}
