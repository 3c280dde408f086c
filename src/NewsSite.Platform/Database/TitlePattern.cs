using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace NewsSite.Platform.Database;

/// <summary>Looks for letters in a column, in either case. The user's text is text only, whatever LIKE makes of its characters.</summary>
public static class TitlePattern
{
    public const string Escape = "\\";

    /// <summary>The rows of which at least one of the texts holds what is sought in it; where nothing is sought, all rows.</summary>
    public static IQueryable<T> Holding<T>(this IQueryable<T> rows, params (string Sought, Expression<Func<T, string>> Text)[] texts)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var held = texts.Where(text => text.Sought.Length > 0).Select(text => Like(text.Sought, text.Text, row)).ToList();
        return held.Count == 0 ? rows : rows.Where(Expression.Lambda<Func<T, bool>>(held.Aggregate(Expression.OrElse), row));
    }

    internal static string Containing(string text) =>
        $"%{text.ToLowerInvariant().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    private static Expression Like<T>(string sought, Expression<Func<T, string>> text, ParameterExpression row)
    {
        var pattern = Containing(sought);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to SQL's lower(), which knows no culture.
        Expression<Func<string, bool>> like = value => EF.Functions.Like(value.ToLower(), pattern, Escape);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        return ReplacingExpressionVisitor.Replace(
            like.Parameters[0], ReplacingExpressionVisitor.Replace(text.Parameters[0], row, text.Body), like.Body);
    }
}
