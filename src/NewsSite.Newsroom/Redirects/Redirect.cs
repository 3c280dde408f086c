using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.Redirects;

/// <summary>An address that the site once had, or that an imported paper had, and what it leads to now.</summary>
public sealed class Redirect : ILogged
{
    /// <summary>The kind of what is there no more: the address answers 410.</summary>
    public const string Gone = "gone";

    public string Kind => "redirect";

    public long Id { get; private set; }

    /// <summary>Path in its normal form (see <see cref="OldAddress"/>), unique.</summary>
    public required string FromPath { get; init; }

    /// <summary>The kind of the thing that it leads to (article, section, tag, author, page, posting, gone), or empty where <see cref="ToPath"/> counts.</summary>
    public string ToKind { get; set; } = "";

    /// <summary>The id of that thing: its address is worked out when asked, so redirects never form chains.</summary>
    public long ToId { get; set; }

    public string ToPath { get; set; } = "";
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class RedirectTable : IEntityTypeConfiguration<Redirect>
{
    public void Configure(EntityTypeBuilder<Redirect> builder)
    {
        builder.ToTable("redirects");
        builder.Ignore(redirect => redirect.Kind);
    }
}
