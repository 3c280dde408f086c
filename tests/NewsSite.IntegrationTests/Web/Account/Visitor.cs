using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace NewsSite.IntegrationTests.Web.Account;

/// <summary>A browser without script: it keeps cookies, follows redirects, and fills in the forms that pages offer.</summary>
public sealed partial class Visitor(Site site)
{
    private readonly Dictionary<string, string> _cookies = [];

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    /// <summary>Where the last answer came from, with its query.</summary>
    public string Path { get; private set; } = "/";

    public Answer Page { get; private set; } = null!;

    public void Keep(string cookie, string value) => _cookies[cookie] = value;

    public void Forget() => _cookies.Clear();

    /// <summary>Opens an address and follows where it leads.</summary>
    public async Task<Answer> OpenAsync(string path)
    {
        Path = path;
        return await FollowAsync(await site.GetAsync(path, Headers()));
    }

    /// <summary>Asks without following.</summary>
    public async Task<Answer> AskAsync(HttpMethod method, string path, params IEnumerable<(string Name, string Value)> headers) =>
        Remember(await site.SendAsync(method, path, [.. Headers(), .. headers]));

    /// <summary>Sends a body as the page's own scripts do, with the token of the forms that it shows.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent content, params IEnumerable<(string Name, string Value)> headers)
    {
        var token = Page.Page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        return Remember(await site.SendAsync(method, path, content, [.. Headers(), ("RequestVerificationToken", token), ("Accept", "application/json"), .. headers]));
    }

    /// <summary>Fills in a form of the page and sends it, with all that is hidden in it.</summary>
    /// <param name="form">A part of its action, such as "handler=End"; empty: the first form of the page's main part.</param>
    /// <param name="fields">What is typed; a null takes a field out.</param>
    public async Task<Answer> SendAsync(string form, params IEnumerable<(string Name, string? Value)> fields)
    {
        var found = Page.Page.QuerySelectorAll("main form[method=post]").Cast<IHtmlFormElement>()
            .FirstOrDefault(candidate => form.Length == 0 || (candidate.GetAttribute("action") ?? "").Contains(form, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{Path} has no form '{form}': {Page.Status} {Page.Title}");
        return await SendAsync(found, fields);
    }

    /// <summary>Fills in the form that holds a button with an address of its own, and presses that.</summary>
    public async Task<Answer> PressAsync(string formAction, params IEnumerable<(string Name, string? Value)> fields)
    {
        var form = (IHtmlFormElement)Page.Page.QuerySelector($"main form [formaction='{formAction}']")!.Closest("form")!;
        form.SetAttribute("action", formAction);
        return await SendAsync(form, fields);
    }

    public async Task<Answer> SendAsync(IHtmlFormElement form, params IEnumerable<(string Name, string? Value)> fields)
    {
        var values = form.QuerySelectorAll("input[name]:not([type=radio]), input[type=radio][checked], select[name], textarea[name]").ToDictionary(field => field.GetAttribute("name")!, Value);
        foreach (var (name, value) in fields)
            values[name] = value;
        var action = form.GetAttribute("action") ?? "";
        Path = action.Length == 0 ? Path : action.StartsWith('?') ? Path.Split('?')[0] + action : action;
        return await FollowAsync(await site.PostAsync(Path, values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!), Headers()));
    }

    /// <summary>Fills in a form in which names come several times, as check boxes do, and sends it by its own address or by that of one of its buttons.</summary>
    /// <param name="address">A part of it.</param>
    /// <param name="fields">What is typed, in place of what stands there.</param>
    public async Task<Answer> PostFormAsync(string address, params (string Name, string Value)[] fields)
    {
        var button = Page.Page.QuerySelector($"main form [formaction*='{address}']");
        var form = button?.Closest("form") ?? Page.Page.QuerySelectorAll("main form[method=post]").First(candidate => (candidate.GetAttribute("action") ?? "").Contains(address, StringComparison.Ordinal));
        var standing = form.QuerySelectorAll("input[name]:not([type=radio]):not([type=checkbox]), input[name]:checked, select[name], textarea[name]")
            .Select(field => (Name: field.GetAttribute("name")!, Value: Value(field) ?? "")).Where(field => fields.All(typed => typed.Name != field.Name));
        return await PostAsync(button?.GetAttribute("formaction") ?? form.GetAttribute("action")!, [.. standing, .. fields]);
    }

    /// <summary>Sends fields, some of them perhaps several times, as a page with check boxes does.</summary>
    public async Task<Answer> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields)
    {
        Path = path;
        return await FollowAsync(await site.PostAsync(path, fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), Headers()));
    }

    private static string? Value(AngleSharp.Dom.IElement field) => field switch
    {
        IHtmlSelectElement choice => choice.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => field.GetAttribute("value") ?? "",
    };

    private async Task<Answer> FollowAsync(Answer answer)
    {
        Remember(answer);
        for (var hops = 0; answer.Location is { } location && hops < 5; hops++)
        {
            Assert.StartsWith("/", location, StringComparison.Ordinal);
            Path = location;
            answer = Remember(await site.GetAsync(location, Headers()));
        }
        return Page = answer;
    }

    private (string Name, string Value)[] Headers() =>
        _cookies.Count == 0 ? [] : [("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")))];

    private Answer Remember(Answer answer)
    {
        foreach (Match cookie in Cookie().Matches(answer["Set-Cookie"] ?? ""))
        {
            if (cookie.Groups["value"].Length == 0)
                _cookies.Remove(cookie.Groups["name"].Value);
            else
                _cookies[cookie.Groups["name"].Value] = cookie.Groups["value"].Value;
        }
        return answer;
    }

    [GeneratedRegex(@"(?:^|, )(?<name>[A-Za-z_.-]+)=(?<value>[^;,]*)")]
    private static partial Regex Cookie();
}
