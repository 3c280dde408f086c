using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Newsroom.Media;
using NewsSite.Platform.Database;
using NewsSite.Platform.Files.Pictures;
using NewsSite.Platform.Languages;

namespace NewsSite.Newsroom.Profile;

/// <summary>What the paper says of itself. What is empty is as the settings file or the program says.</summary>
public sealed class PaperProfile : ILogged
{
    public static readonly PaperProfile Empty = new();

    public string Kind => "profile";

    public long Id { get; private set; }

    /// <summary>Empty: Site:Name of the settings.</summary>
    public string Name { get; set; } = "";

    /// <summary>A few words under the name.</summary>
    public LocalizedText Tagline { get; set; } = LocalizedText.Empty;

    /// <summary>For search engines and for whoever shares the front page.</summary>
    public LocalizedText Description { get; set; } = LocalizedText.Empty;

    /// <summary>A picture of the library, shown where the name would stand.</summary>
    public long? LogoId { get; set; }
    public MediaItem? Logo { get; private set; }
    public string Email { get; set; } = "";
    public string Phone { get; set; } = "";

    /// <summary>Where the paper is, in lines.</summary>
    public string Address { get; set; } = "";

    /// <summary>Web addresses of the paper elsewhere, one in a line.</summary>
    public string SocialLinks { get; set; } = "";

    /// <summary>Counts changes, so that nobody overwrites a newer one silently.</summary>
    public int Version { get; set; }

    /// <summary>The logo where it can be shown.</summary>
    public Picture? LogoPicture => Logo is { HasFile: true } logo ? logo.In(Language.Default) : null;

    public bool HasContacts => Email.Length > 0 || Phone.Length > 0 || Address.Length > 0;

    /// <summary>As a telephone dials it.</summary>
    public string PhoneDigits() => string.Concat(Phone.Where(character => char.IsAsciiDigit(character) || character == '+'));

    public IReadOnlyList<string> SocialAddresses() => SocialLinks.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IReadOnlyList<string> AddressLines() => Address.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal sealed class PaperProfileTable : IEntityTypeConfiguration<PaperProfile>
{
    public void Configure(EntityTypeBuilder<PaperProfile> builder)
    {
        builder.ToTable("paper_profile");
        builder.Ignore(profile => profile.Kind);
        builder.Ignore(profile => profile.HasContacts);
        builder.Ignore(profile => profile.LogoPicture);
        builder.HasOne(profile => profile.Logo).WithMany().HasForeignKey(profile => profile.LogoId);
        builder.Property(profile => profile.Version).IsConcurrencyToken();
    }
}
