using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Employers;
using NewsSite.Jobs.Occupations;
using NewsSite.Newsroom.Sections;
using NewsSite.Newsroom.Tags;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Languages;

namespace NewsSite.Web.Pages.Search;

/// <summary>
/// The names of sections, tags, categories and companies for what is being typed. Held in memory; read again in the background when
/// something has changed, once a minute at most: nobody waits for it but the first.
/// </summary>
public sealed class SuggestedNames(IServiceScopeFactory scopes, FollowedTable<OccupationList> occupationLists, Generation generation, TimeProvider time, ILogger<SuggestedNames> logger) : IDisposable
{
    private static readonly TimeSpan LeastAge = TimeSpan.FromMinutes(1);

    /// <summary>The usual ones; lists of occupations know dozens.</summary>
    private const int NamesOfOccupation = 4;

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Reading? _last;

    public async ValueTask<NameTable> InAsync(Language language, CancellationToken cancel)
    {
        var last = _last;
        if (last is null)
            return (await ReadAsync(cancel)).Tables[language];
        if (last.Change != generation.LastChange && time.GetUtcNow() - last.At >= LeastAge && _reading.CurrentCount > 0)
            _ = Task.Run(RefreshAsync, CancellationToken.None);
        return last.Tables[language];
    }

    public void Dispose() => _reading.Dispose();

    private async Task RefreshAsync()
    {
        try
        {
            await ReadAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException)
        {
            logger.LogWarning(failure, "Names for suggestions could not be read; the last ones stay");
        }
    }

    private async Task<Reading> ReadAsync(CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel);
        try
        {
            if (_last is { } last && (last.Change == generation.LastChange || time.GetUtcNow() - last.At < LeastAge))
                return last;
            var change = generation.LastChange;
            await using var scope = scopes.CreateAsyncScope();
            var sections = await scope.ServiceProvider.GetRequiredService<SectionMenu>().TreeAsync();
            var categories = await scope.ServiceProvider.GetRequiredService<CategoryList>().BySlugAsync();
            var tags = await scope.ServiceProvider.GetRequiredService<TagIndex>().AllAsync(cancel);
            var employers = await scope.ServiceProvider.GetRequiredService<EmployerDirectory>().AllAsync(cancel);
            var occupations = await occupationLists.CurrentAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), cancel);
            var tables = Language.All.ToDictionary(language => language, language => new NameTable(
            [
                .. sections.All.Select(section => new SuggestedName(SuggestionKind.Section, section.Name.In(language), Addresses.Section(language, section))),
                .. categories.Values.Select(category => new SuggestedName(SuggestionKind.Category, category.Name.In(language), Addresses.JobsOf(language, category.Slug))),
                .. tags.Select(tag => new SuggestedName(SuggestionKind.Tag, tag.Name.In(language), Addresses.Tag(language, tag.Slug))),
                .. occupations.Occupations.SelectMany(occupation => occupation.ByLanguage[language].Take(NamesOfOccupation)).Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new SuggestedName(SuggestionKind.Occupation, name, null)),
                .. employers.Select(employer => new SuggestedName(SuggestionKind.Company, employer.Name, Addresses.Employer(language, employer.Slug))),
            ]));
            return _last = new Reading(change, time.GetUtcNow(), tables);
        }
        finally
        {
            _reading.Release();
        }
    }

    private sealed record Reading(long Change, DateTimeOffset At, IReadOnlyDictionary<Language, NameTable> Tables);
}
