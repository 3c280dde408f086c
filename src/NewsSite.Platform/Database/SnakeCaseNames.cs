using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace NewsSite.Platform.Database;

/// <summary>Columns are named as their properties, in snake_case; tables are named by their mapping.</summary>
internal static partial class SnakeCaseNames
{
    public static void Apply(ModelBuilder model)
    {
        // What lies in a JSON column has no columns of its own.
        foreach (var property in model.Model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()).SelectMany(entity => entity.GetProperties()))
            property.SetColumnName(Convert(property.Name));
    }

    internal static string Convert(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
