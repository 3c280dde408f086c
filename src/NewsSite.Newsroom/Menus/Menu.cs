using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Menus;

/// <summary>Where a menu stands.</summary>
public enum MenuPlace
{
    Header,
    Footer,
}

/// <summary>What a line of a menu leads to; stored by name.</summary>
public enum MenuItemKind
{
    Section,
    StaticPage,
    Latest,
    Jobs,
    PostJob,
    Search,

    /// <summary>An address with a text of its own.</summary>
    Link,

    /// <summary>A text over the lines that follow: in the footer, a column.</summary>
    Heading,
}

/// <summary>A line of a menu.</summary>
/// <param name="Id">Of the section or the page.</param>
/// <param name="Text">Of a link or heading; elsewhere empty, the thing's own name.</param>
/// <param name="Address">Of a link: a path of this site or an http or https address.</param>
public sealed record MenuItem(MenuItemKind Kind, long Id = 0, string Text = "", string Address = "");

/// <summary>The lines of a menu in one language, where the chief editor has chosen them; without a row it makes itself.</summary>
public sealed class Menu : ILogged
{
    public string Kind => "menu";

    public long Id { get; private set; }
    public required string Language { get; init; }
    public required MenuPlace Place { get; init; }
    public required IReadOnlyList<MenuItem> Items { get; set; }

    /// <summary>Counts changes, so that nobody overwrites a newer one silently.</summary>
    public int Version { get; set; }
}

internal sealed class MenuTable : IEntityTypeConfiguration<Menu>
{
    public void Configure(EntityTypeBuilder<Menu> builder)
    {
        builder.ToTable("menus");
        builder.Ignore(menu => menu.Kind);
        builder.Property(menu => menu.Version).IsConcurrencyToken();
        builder.Property(menu => menu.Items).HasConversion(
            items => JsonSerializer.Serialize(items, JsonSerializerOptions.Web),
            stored => JsonSerializer.Deserialize<List<MenuItem>>(stored, JsonSerializerOptions.Web)!,
            new ValueComparer<IReadOnlyList<MenuItem>>(
                (left, right) => left!.SequenceEqual(right!),
                items => items.Aggregate(0, (hash, item) => HashCode.Combine(hash, item))));
    }
}
