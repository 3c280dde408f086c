using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Newsroom.Articles;
using NewsSite.Platform.Database;

namespace NewsSite.Newsroom.FrontPage;

/// <summary>
/// A front page that was shown, is shown or will be: of a language's arrangements the last that has begun counts. Earlier ones are
/// kept, so that one can go back.
/// </summary>
public sealed class FrontArrangement : ILogged
{
    public string Kind => "front";

    public long Id { get; private set; }
    public required string Language { get; init; }
    public required FrontPlaces Places { get; init; }
    public required DateTimeOffset ShowsFrom { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required long ById { get; init; }
    public required string ByName { get; init; }

    /// <summary>When readers see something else because of it: its beginning, then the ends of its pins. Null: never again.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>It has moved the caches for all that fell due up to now.</summary>
    public void Settle(DateTimeOffset now) => DueAt = ShowsFrom > now ? ShowsFrom : Places.NextEnd(now);
}

/// <summary>The front page of a language as it is being arranged; readers see none of it.</summary>
public sealed class FrontDraft
{
    public required string Language { get; init; }

    /// <summary>Counts changes. A change names the revision that it started from; a newer one is never overwritten.</summary>
    public int Revision { get; private set; }

    public FrontPlaces Places { get; private set; } = FrontPlaces.Empty;
    public DateTimeOffset SavedAt { get; private set; }
    public long SavedById { get; private set; }
    public string SavedByName { get; private set; } = "";

    public void Arrange(FrontPlaces places, Editor by, DateTimeOffset at)
    {
        Places = places;
        Revision++;
        (SavedAt, SavedById, SavedByName) = (at, by.UserId, by.Name);
    }
}

internal sealed class FrontArrangementTable : IEntityTypeConfiguration<FrontArrangement>
{
    public void Configure(EntityTypeBuilder<FrontArrangement> builder)
    {
        builder.ToTable("front_arrangements");
        builder.Ignore(arrangement => arrangement.Kind);
        builder.Property(arrangement => arrangement.Places).HasConversion(places => places.ToJson(), stored => FrontPlaces.FromJson(stored), Comparer);
    }

    internal static ValueComparer<FrontPlaces> Comparer { get; } = new(
        (left, right) => left!.ToJson() == right!.ToJson(), places => places.ToJson().GetHashCode(StringComparison.Ordinal));
}

internal sealed class FrontDraftTable : IEntityTypeConfiguration<FrontDraft>
{
    public void Configure(EntityTypeBuilder<FrontDraft> builder)
    {
        builder.ToTable("front_drafts");
        builder.HasKey(draft => draft.Language);
        builder.Property(draft => draft.Revision).IsConcurrencyToken();
        builder.Property(draft => draft.Places).HasConversion(places => places.ToJson(), stored => FrontPlaces.FromJson(stored), FrontArrangementTable.Comparer);
    }
}
