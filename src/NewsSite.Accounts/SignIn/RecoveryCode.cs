using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NewsSite.Accounts.Users;

namespace NewsSite.Accounts.SignIn;

/// <summary>A code on paper for the day when the phone is lost; used: the row is gone.</summary>
public sealed class RecoveryCode
{
    public const int Count = 10;

    /// <summary>Three groups of four from 32 letters are 60 bits; without letters that look like others.</summary>
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    private const int Length = 12;

    public long Id { get; private set; }
    public required long UserId { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>Such as h3kf-9wpa-mm2x.</summary>
    internal static string New()
    {
        var letters = RandomNumberGenerator.GetString(Letters, Length);
        return $"{letters[..4]}-{letters[4..8]}-{letters[8..]}";
    }

    /// <summary>As people copy it: with or without lines, in capitals, with spaces.</summary>
    internal static string? Read(string text)
    {
        var letters = new string([.. text.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return letters.Length == Length ? letters : null;
    }

    /// <summary>Salted with the user, so that one table does not serve for all.</summary>
    internal static byte[] HashOf(long user, string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{user}:{Read(code)}")));
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.HasOne<User>().WithMany().HasForeignKey(code => code.UserId);
    }
}
