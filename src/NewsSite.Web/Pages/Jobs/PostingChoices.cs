using System.Globalization;
using Microsoft.Extensions.Localization;
using NewsSite.Jobs.Postings;
using NewsSite.Platform.Languages;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>What the lists of the form offer, in the language of the interface.</summary>
public sealed class PostingChoices(PostingVocabulary vocabulary, Words words, IStringLocalizer<Interface> texts)
{
    /// <summary>Languages that employers here ask for, the most asked first.</summary>
    private static readonly string[] AskedFor = ["nl", "fr", "en", "de", "es", "it", "pt", "ar", "tr", "pl", "ro", "bg", "uk"];

    /// <summary>The European Union and the countries around it, from which somebody may work without much ado.</summary>
    private static readonly string[] Around =
    [
        "BE", "NL", "LU", "FR", "DE", "AT", "BG", "CH", "CY", "CZ", "DK", "EE", "ES", "FI", "GB", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LV", "MT", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    ];

    public IReadOnlyList<(string Value, string Text)> Contracts => Of<Contract>(words.Contract);

    public IReadOnlyList<(string Value, string Text)> Hours => Of<Hours>(words.Hours);

    public IReadOnlyList<(string Value, string Text)> Workplaces => Of<Workplace>(words.Workplace);

    public IReadOnlyList<(string Value, string Text)> Ways => Of<ApplyWay>(way => texts["ApplyWay." + way]);

    public IReadOnlyList<(string Value, string Text)> Periods => Of<PayPeriod>(period => texts["PayPeriod." + period]);

    public static IReadOnlyList<(string Value, string Text)> Currencies => [("EUR", "€ EUR"), ("GBP", "£ GBP"), ("USD", "$ USD"), ("CHF", "CHF")];

    public static IReadOnlyList<(string Value, string Text)> Adverts => [.. Language.All.Select(language => (language.Code, language.Name))];

    public static IReadOnlyList<(string Value, string Text)> Languages => [.. AskedFor.Select(code => (code, Words.LanguageNames(code)))];

    public static IReadOnlyList<(string Value, string Text)> Countries =>
        [.. Around.Take(3).Concat(Around.Skip(3).OrderBy(Words.CountryNames, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true))).Select(code => (code, Words.CountryNames(code)))];

    public async ValueTask<IReadOnlyList<(string Value, string Text)>> CategoriesAsync(Language language) =>
        [.. (await vocabulary.CategoriesAsync()).Values.OrderBy(category => category.Position).Select(category => (category.Slug, category.Name.In(language)))];

    private static IReadOnlyList<(string Value, string Text)> Of<T>(Func<T, string> name)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (value.ToString(), name(value)))];
}
