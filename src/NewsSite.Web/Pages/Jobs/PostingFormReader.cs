using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NewsSite.Jobs;
using NewsSite.Jobs.Categories;
using NewsSite.Jobs.Places;
using NewsSite.Jobs.Postings;
using NewsSite.Jobs.Wording;
using NewsSite.Newsroom.WorkingCopies;
using NewsSite.Platform.Caching;
using NewsSite.Platform.Database;
using NewsSite.Platform.Html;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail;
using NewsSite.Platform.Site;
using NewsSite.Web.Pages.Newsroom.Forms;
using NewsSite.Web.Texts;

namespace NewsSite.Web.Pages.Jobs;

/// <summary>The places and categories that a form may name.</summary>
public sealed class PostingVocabulary(CategoryList categories, FollowedTable<Gazetteer> gazetteers, NewsDb db)
{
    public ValueTask<IReadOnlyDictionary<string, Category>> CategoriesAsync() => categories.BySlugAsync();

    /// <summary>A place as the gazetteer names it in the advert's language where it knows it, else as it was typed.</summary>
    public async Task<ContentPlace> PlaceAsync(string typed, Language language, CancellationToken cancel)
    {
        if ((await gazetteers.LatestAsync(db, cancel)).Find(typed) is not { } place)
            return new ContentPlace(typed, "", Place.Home);
        var code = place.PostalCodes.FirstOrDefault(code => typed.Contains(code, StringComparison.Ordinal)) ?? place.PostalCodes[0];
        return new ContentPlace(place.In(language), code, place.Country);
    }
}

/// <summary>Reads what was typed into a posting, and says beside each field what is wrong with it.</summary>
public sealed class PostingFormReader(PostingVocabulary vocabulary, PaperClock clock, IOptions<JobsSettings> settings, IStringLocalizer<Interface> texts)
{
    public const int LongestTitle = 120;
    public const int LongestDescription = 20_000;
    public const int LongestLine = 200;

    /// <summary>Days from today: adverts that stay longer are forgotten ones.</summary>
    public const int LongestOpen = 180;

    private const int ShortestDescription = 80;

    /// <returns>Null where something is wrong; the state says what.</returns>
    public async Task<PostingContent?> ReadAsync(PostingForm form, ModelStateDictionary state, CancellationToken cancel)
    {
        var language = Language.OrDefault(form.AdvertLanguage ?? "");
        var workplace = Choice<Workplace>(form.Workplace) ?? Workplace.OnSite;
        var way = Choice<ApplyWay>(form.ApplyWay);
        var content = new PostingContent
        {
            Language = language.Code,
            Title = Needed(form.Title, LongestTitle, "Title", texts["Please give the job a title."], state),
            Description = PlainNotation.Read(Typed.Clean(form.Description, LongestDescription, hasLines: true)),
            Category = await CategoryAsync(form.Category, state),
            Contract = Choice<Contract>(form.Contract) ?? Missing<Contract>("Contract", texts["Please choose the kind of contract."], state),
            Hours = Choice<Hours>(form.Hours) ?? Missing<Hours>("Hours", texts["Please say whether it is full time or part time."], state),
            Workplace = workplace,
            Places = await PlacesAsync(form, language, workplace, state, cancel),
            Countries = workplace == Workplace.Remote ? Codes(form.Countries, 2, char.ToUpperInvariant) : "",
            LanguagesAsked = Codes(form.Asked, 2, char.ToLowerInvariant),
            Salary = Pay(form, state),
            TakesApplications = way == ApplyWay.OnSite,
            ApplyForm = way == ApplyWay.OnSite ? form.Applying.Read("Form.Applying", state, texts) : null,
            ApplyMail = way == ApplyWay.Mail ? Mail(form.ApplyMail, state) : "",
            ApplyUrl = way == ApplyWay.Address ? Address(form.ApplyUrl, state) : "",
            Contact = Typed.Clean(form.Contact, LongestLine),
            Reference = Typed.Clean(form.Reference, LongestLine),
            StartsOn = Day(form.StartsOn, "StartsOn", state),
            ClosesAt = Closing(form, state),
            PublishesAt = Opening(form, state),
        };
        if (way is null)
            Wrong("ApplyWay", texts["Please say how people apply."], state);
        if (content.Description.PlainText().Length < ShortestDescription)
            Wrong("Description", texts["Please describe the job in at least {0} characters: what somebody does, what they bring, what you offer.", ShortestDescription], state);
        if (AdvertWording.AsksPayHistory(content.Title + "\n" + content.Description.PlainText()) is { } asked)
            Wrong("Description", texts["“{0}”: what somebody earned before may not be asked (Directive 2023/970). Please leave it out.", asked], state);
        if (workplace == Workplace.Remote && content.Countries.Length == 0)
            Wrong("Countries", texts["Please choose at least one country from which somebody may work."], state);
        return state.IsValid ? content : null;
    }

    private async Task<string?> CategoryAsync(string? typed, ModelStateDictionary state)
    {
        var known = await vocabulary.CategoriesAsync();
        if (known.Count == 0 || (typed is not null && known.ContainsKey(typed)))
            return string.IsNullOrEmpty(typed) ? null : typed;
        Wrong("Category", texts["Please choose a category."], state);
        return null;
    }

    private async Task<IReadOnlyList<ContentPlace>> PlacesAsync(PostingForm form, Language language, Workplace workplace, ModelStateDictionary state, CancellationToken cancel)
    {
        var places = new List<ContentPlace>();
        foreach (var typed in form.Places.Take(PostingForm.MostPlaces).Select(place => Typed.Clean(place, LongestLine)).Where(place => place.Length > 0))
            places.Add(await vocabulary.PlaceAsync(typed, language, cancel));
        if (places.Count == 0 && workplace != Workplace.Remote)
            Wrong("Places", texts["Please name the town where the work is done."], state);
        return [.. places.Distinct()];
    }

    private Salary? Pay(PostingForm form, ModelStateDictionary state)
    {
        var (min, max) = (Amount(form.SalaryMin, "SalaryMin", state), Amount(form.SalaryMax, "SalaryMax", state));
        if (min > max)
            Wrong("SalaryMax", texts["The highest pay is lower than the lowest."], state);
        if ((min ?? max) is null)
        {
            var isVoluntary = Choice<Contract>(form.Contract) == Contract.Volunteer;
            if (settings.Value.RequireSalary && !isVoluntary && string.IsNullOrWhiteSpace(form.SalaryMin) && string.IsNullOrWhiteSpace(form.SalaryMax))
                Wrong("SalaryMin", texts["Please give the pay, or the range in which it lies: applicants must know it before you meet."], state);
            return null;
        }
        return new Salary(min, max, form.Currency is "GBP" or "USD" or "CHF" ? form.Currency : "EUR", Choice<PayPeriod>(form.Period) ?? PayPeriod.Month);
    }

    private long? Amount(string? typed, string field, ModelStateDictionary state)
    {
        var text = Typed.Clean(typed, LongestLine);
        if (text.Length == 0)
            return null;
        if (PayAmount.Read(text) is { } amount)
            return amount;
        Wrong(field, texts["This is not an amount. Write it as 3200 or 3200,50."], state);
        return null;
    }

    private string Mail(string? typed, ModelStateDictionary state)
    {
        var mail = Typed.Clean(typed, 254);
        if (mail.Length == 0 || Mailbox.Fault(mail) is not null)
            Wrong("ApplyMail", texts["This is not an e-mail address."], state);
        return mail;
    }

    private string Address(string? typed, ModelStateDictionary state)
    {
        var address = Typed.Clean(typed, 1000);
        if (address.Length > 0 && !address.Contains("://", StringComparison.Ordinal))
            address = "https://" + address;
        if (!Link.IsWeb(address))
            Wrong("ApplyUrl", texts["This is not a web address. It begins with https://."], state);
        return address;
    }

    private DateOnly? Day(string? typed, string field, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Wrong(field, texts["This is not a day. Write it as {0}.", Words.Machine(clock.Today)], state);
        return null;
    }

    /// <summary>A day that has come is no plan.</summary>
    private DateTimeOffset? Opening(PostingForm form, ModelStateDictionary state)
    {
        if (Day(form.PublishesOn, "PublishesOn", state) is not { } first || first <= clock.Today)
            return null;
        if (first > clock.Today.AddDays(LongestOpen) || (DateOnly.TryParseExact(form.ClosesOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && first > last))
            Wrong("PublishesOn", texts["This must be a day before the last one to apply."], state);
        return clock.StartOf(first);
    }

    private DateTimeOffset? Closing(PostingForm form, ModelStateDictionary state)
    {
        if (Day(form.ClosesOn, "ClosesOn", state) is not { } last)
        {
            if (string.IsNullOrWhiteSpace(form.ClosesOn))
                Wrong("ClosesOn", texts["Please give the last day on which people can apply."], state);
            return null;
        }
        if (last < clock.Today || last > clock.Today.AddDays(LongestOpen))
        {
            Wrong("ClosesOn", texts["This must be a day from today on, and at most {0} days away.", LongestOpen], state);
            return null;
        }
        return clock.StartOf(last.AddDays(1));
    }

    private static string Needed(string? typed, int most, string field, string complaint, ModelStateDictionary state)
    {
        var text = Typed.Clean(typed, most);
        if (text.Length == 0)
            Wrong(field, complaint, state);
        return text;
    }

    private static T? Missing<T>(string field, string complaint, ModelStateDictionary state)
        where T : struct
    {
        Wrong(field, complaint, state);
        return null;
    }

    private static T? Choice<T>(string? typed)
        where T : struct, Enum => Enum.TryParse<T>(typed, out var choice) && Enum.IsDefined(choice) ? choice : null;

    private static string Codes(IEnumerable<string> typed, int length, Func<char, char> write) =>
        string.Join(' ', typed.Where(code => code.Length == length && code.All(char.IsAsciiLetter)).Select(code => new string([.. code.Select(write)])).Distinct().Take(60));

    private static void Wrong(string field, string complaint, ModelStateDictionary state) => state.AddModelError("Form." + field, complaint);
}
