using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Database;

/// <summary>What the code maps is what the migrations make: nothing generates one from the other, so a test compares them.</summary>
public abstract class SchemaTests(DatabaseEngine engine) : DatabaseTest(engine)
{
    /// <summary>The migrator's own table; it knows no context.</summary>
    private const string Unmapped = "schema_migrations";

    [Fact]
    public async Task The_mapping_and_the_migrated_schema_have_the_same_columns()
    {
        var db = New<NewsDb>();
        var mapped = db.Model.GetRelationalModel().Tables.SelectMany(Columns).Order(StringComparer.Ordinal);
        var migrated = (await Paper.ReadAsync(ColumnsSql, Cancel)).Order(StringComparer.Ordinal);

        Assert.Equal(string.Join('\n', mapped), string.Join('\n', migrated));
    }

    [Fact]
    public async Task Every_mapped_foreign_key_is_held_by_the_database()
    {
        var db = New<NewsDb>();
        var mapped = db.Model.GetRelationalModel().Tables.SelectMany(table => table.ForeignKeyConstraints)
            .SelectMany(key => key.Columns.Zip(key.PrincipalColumns, (column, principal) => $"{key.Table.Name}.{column.Name} -> {key.PrincipalTable.Name}.{principal.Name}"));
        var held = await Paper.ReadAsync(ForeignKeysSql, Cancel);

        Assert.NotEmpty(held);
        Assert.Empty(mapped.Except(held, StringComparer.Ordinal));
    }

    private string ColumnsSql => Engine == DatabaseEngine.Sqlite
        ? $"""
          SELECT t.name || '.' || c.name || ' ' || lower(c.type) || CASE WHEN c."notnull" OR c.pk THEN ' not null' ELSE '' END
              || CASE WHEN c.pk > 0 THEN ' key ' || c.pk ELSE '' END
          FROM sqlite_master t JOIN pragma_table_info(t.name) c
          WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name <> '{Unmapped}'
          """
        : $"""
          SELECT c.table_name || '.' || c.column_name || ' ' || c.data_type || CASE WHEN c.is_nullable = 'NO' THEN ' not null' ELSE '' END
              || coalesce((SELECT ' key ' || k.ordinal_position FROM information_schema.table_constraints t
                  JOIN information_schema.key_column_usage k USING (constraint_schema, constraint_name)
                  WHERE t.constraint_type = 'PRIMARY KEY' AND t.table_name = c.table_name AND k.column_name = c.column_name), '')
          FROM information_schema.columns c
          WHERE c.table_schema = 'public' AND c.table_name <> '{Unmapped}'
          """;

    private string ForeignKeysSql => Engine == DatabaseEngine.Sqlite
        ? """
          SELECT t.name || '.' || k."from" || ' -> ' || k."table" || '.' || k."to"
          FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) k WHERE t.type = 'table'
          """
        : """
          SELECT k.table_name || '.' || k.column_name || ' -> ' || u.table_name || '.' || u.column_name
          FROM information_schema.referential_constraints r
          JOIN information_schema.key_column_usage k ON k.constraint_name = r.constraint_name
          JOIN information_schema.constraint_column_usage u ON u.constraint_name = r.constraint_name
          """;

    private static IEnumerable<string> Columns(ITable table) => table.Columns.Select(column =>
        $"{table.Name}.{column.Name} {Type(column)}{(column.IsNullable ? "" : " not null")}{Key(table, column)}");

    /// <summary>The type as the database names it; texts of a limited length are texts.</summary>
    private static string Type(IColumn column)
    {
        var type = column.StoreType.ToLowerInvariant();
        return type.StartsWith("character varying", StringComparison.Ordinal) ? "text" : type;
    }

    private static string Key(ITable table, IColumn column) =>
        table.PrimaryKey!.Columns.ToList().IndexOf(column) is >= 0 and var place ? $" key {place + 1}" : "";

    public sealed class OnSqlite() : SchemaTests(DatabaseEngine.Sqlite);

    public sealed class OnPostgres() : SchemaTests(DatabaseEngine.Postgres);
}
