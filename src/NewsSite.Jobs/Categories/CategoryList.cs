using Microsoft.EntityFrameworkCore;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;

namespace NewsSite.Jobs.Categories;

/// <summary>The site's list of categories by slug; remembered for one generation.</summary>
public sealed class CategoryList(NewsDb db, GenerationMemory memory)
{
    public ValueTask<IReadOnlyDictionary<string, Category>> BySlugAsync() =>
        memory.GetAsync("job categories", async () => (IReadOnlyDictionary<string, Category>)await db.Set<Category>().AsNoTracking()
            .OrderBy(category => category.Position).ToDictionaryAsync(category => category.Slug));
}
