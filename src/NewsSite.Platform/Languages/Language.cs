using System.Globalization;

namespace NewsSite.Platform.Languages;

/// <summary>A language that the paper is published in: English by default, Dutch and French beside it.</summary>
public sealed record Language
{
    public static readonly Language English = new("en", "English", "en-GB");
    public static readonly Language Dutch = new("nl", "Nederlands", "nl-BE");
    public static readonly Language French = new("fr", "Français", "fr-BE");

    public static readonly IReadOnlyList<Language> All = [English, Dutch, French];

    private Language(string code, string name, string culture)
    {
        Code = code;
        Name = name;
        Culture = CultureInfo.GetCultureInfo(culture);
    }

    public static Language Default => English;

    /// <summary>The two-letter code (ISO 639-1), as stored and as in addresses.</summary>
    public string Code { get; }

    /// <summary>The language's name in itself.</summary>
    public string Name { get; }

    public CultureInfo Culture { get; }

    /// <summary>What an address of this language starts with: nothing for the default language, else "/nl" or "/fr".</summary>
    public string Prefix => this == Default ? "" : "/" + Code;

    public static Language? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>The language with that code, or the default one.</summary>
    public static Language OrDefault(string? code) => Find(code) ?? Default;

    public override string ToString() => Code;
}
