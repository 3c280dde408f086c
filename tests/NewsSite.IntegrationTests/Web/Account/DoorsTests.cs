using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Accounts.Roles;
using NewsSite.IntegrationTests.Web.Employers;
using NewsSite.Jobs.Employers;
using NewsSite.Platform.Database;

namespace NewsSite.IntegrationTests.Web.Account;

/// <summary>
/// Every address under /account, /employer and /newsroom, every method, every role and none, members of this company and of another: who may. A new one fails here until somebody
/// has thought about it and written it down. That a handler does less than its page lets in is told in the stories.
/// </summary>
public sealed partial class DoorsTests() : EmployerTest(DatabaseEngine.Sqlite)
{
    private const string Anybody = "anybody";
    private const string HalfWay = "whoever knows the password";
    private const string Write = "Contributor Editor ChiefEditor Administrator";
    private const string Writers = Write;
    private const string Staff = "Contributor Editor ChiefEditor JobsDesk Administrator";
    private const string SignedIn = Staff + " Owner Recruiter OtherOwner";

    /// <summary>Of the company in the address, whatever else they are.</summary>
    private const string Members = "Owner Recruiter";
    private const string Publishers = "Editor ChiefEditor Administrator";

    /// <summary>Method and route, and the roles that may.</summary>
    private static readonly (string Route, string Who)[] Doors =
    [
        ("GET,HEAD,POST /account/code", HalfWay),
        ("GET,HEAD,POST /account/forgotten", Anybody),
        ("GET,HEAD,POST /account/invitation/{secret:length(43)}", Anybody),
        ("GET,HEAD,POST /account/new-password/{secret:length(43)}", Anybody),
        ("GET,HEAD,POST /account/passkeys", SignedIn),
        ("GET,HEAD,POST /account/password", SignedIn),
        ("GET,HEAD,POST /account/recovery-codes", SignedIn),
        ("GET,HEAD,POST /account/sessions", SignedIn),
        ("GET,HEAD,POST /account/sign-in", Anybody),
        ("GET,HEAD,POST /account/sign-out", HalfWay),
        ("GET,HEAD,POST /account/two-factor", HalfWay),
        ("GET,HEAD /account", SignedIn),
        ("GET,HEAD,POST /account/link/{secret:length(43)?}", Anybody),
        ("GET,HEAD,POST /employer", SignedIn),
        ("GET,HEAD /employer/{employerId:long}", Members),
        ("GET,HEAD /employer/{employerId:long}/orders", Members),
        ("GET,HEAD /employer/{employerId:long}/orders/{id:long}", Members),
        ("GET,HEAD /employer/{employerId:long}/postings/{id:long}/figures", Members),
        ("GET,HEAD,POST /employer/{employerId:long}/postings/{id:long}/top", Members),
        ("GET,HEAD,POST /employer/{employerId:long}/company", "Owner"),
        ("GET,HEAD,POST /employer/{employerId:long}/people", "Owner"),
        ("GET,HEAD,POST /employer/{employerId:long}/postings/{id:long}", Members),
        ("GET,HEAD,POST /employer/{employerId:long}/postings/{id:long}/edit", Members),
        ("GET,HEAD,POST /employer/{employerId:long}/templates", Members),
        ("GET,HEAD /employer/{employerId:long}/applications", Members),
        ("GET,HEAD,POST /employer/{employerId:long}/applications/{id:long}", Members),
        ("GET /employer/{employerId:long}/applications/{id:long}/cv", Members),
        ("GET /employer/{employerId:long}/applications/export.csv", Members),
        ("GET /employer/{employerId:long}/applications/export.zip", Members),
        ("GET,HEAD /newsroom", Staff),
        ("GET /newsroom/articles/{id:long}/comments/", Writers),
        ("POST /newsroom/articles/{id:long}/comments/", Writers),
        ("POST /newsroom/articles/{id:long}/comments/{thread:long}/answers", Writers),
        ("PUT /newsroom/articles/{id:long}/comments/{thread:long}/resolved", Writers),
        ("DELETE /newsroom/articles/{id:long}/comments/{thread:long}/resolved", Writers),
        ("DELETE /newsroom/articles/{id:long}/comments/{comment:long}", Writers),
        ("PUT /newsroom/articles/{id:long}/comments/passages", Writers),
        ("GET,HEAD,POST /newsroom/articles/{id:long}/preview", Writers),
        ("GET,HEAD,POST /newsroom/articles/{id:long}/review", Writers),
        ("GET,HEAD /newsroom/articles/{id:long}/preview/page", Writers),
        ("GET,HEAD /newsroom/articles", Writers),
        ("GET,HEAD,POST /newsroom/articles/new", Writers),
        ("GET,HEAD,POST /newsroom/articles/{id:long}", Writers),
        ("GET,HEAD,POST /newsroom/articles/{id:long}/versions", Writers),
        ("GET /newsroom/articles/search", Writers),
        ("PUT /newsroom/articles/{id:long}/copy", Writers),
        ("GET /newsroom/articles/{id:long}/presence", Writers),
        ("POST /newsroom/articles/{id:long}/presence", Writers),
        ("DELETE /newsroom/articles/{id:long}/presence", Writers),
        ("GET /newsroom/authors/search", Writers),
        ("GET /newsroom/tags/search", Writers),
        ("POST /newsroom/tags/names", Writers),
        ("GET,HEAD,POST /newsroom/articles/{id:long}/publish", Publishers),
        ("GET,HEAD,POST /newsroom/articles/bulk", Publishers),
        ("GET,HEAD,POST /newsroom/bin", Publishers),
        ("GET,HEAD,POST /newsroom/downloads", Publishers),
        ("GET,HEAD /newsroom/calendar", Publishers),
        ("GET,HEAD /newsroom/audit", "Administrator"),
        ("GET,HEAD /newsroom/media", Write),
        ("POST /newsroom/media", Write),
        ("GET,HEAD,POST /newsroom/media/{id:long}", Write),
        ("GET,HEAD,POST /newsroom/media/{id:long}/delete", "Editor ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/media/{id:long}/replace", "Editor ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/media/upload", Write),
        ("POST /newsroom/media/{id:long}/file", "Editor ChiefEditor Administrator"),
        ("GET /newsroom/media/missing-sizes", Write),
        ("PUT /newsroom/media/missing-sizes/{id:long}", Write),
        ("GET /newsroom/media/search/{language?}", Write),
        ("GET,HEAD,POST /newsroom/front", "ChiefEditor Administrator"),
        ("GET,HEAD /newsroom/front/preview", "ChiefEditor Administrator"),
        ("GET,HEAD /newsroom/front/preview/page", "ChiefEditor Administrator"),
        ("PUT /newsroom/front/{edition}", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/sections", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/sections/new", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/sections/{id:long}", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/tags", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/tags/{id:long}", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/authors", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/authors/{id:long}", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/pages", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/pages/new", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/pages/{id:long}", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/redirects", "ChiefEditor Administrator"),
        ("GET,HEAD /newsroom/sections/order", "ChiefEditor Administrator"),
        ("PUT /newsroom/sections/order", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/menus", "ChiefEditor Administrator"),
        ("GET,HEAD /newsroom/menus/order", "ChiefEditor Administrator"),
        ("PUT /newsroom/menus/order/{edition}/{place}", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/settings", "ChiefEditor Administrator"),
        ("GET,HEAD,POST /newsroom/mailings", Publishers),
        ("GET,HEAD,POST /newsroom/mailings/breaking", Publishers),
        ("GET,HEAD,POST /newsroom/mailings/letters", Publishers),
        ("GET,HEAD /newsroom/searches", "Editor ChiefEditor JobsDesk Administrator"),
        ("GET,HEAD /newsroom/employers", "JobsDesk Administrator"),
        ("GET,HEAD /newsroom/employers/{id:long}", "JobsDesk Administrator"),
        ("GET,HEAD /newsroom/job-reports", "JobsDesk Administrator"),
        ("GET,HEAD /newsroom/postings/{id:long}/figures", "JobsDesk Administrator"),
        ("GET,HEAD,POST /newsroom/orders", "JobsDesk Administrator"),
        ("GET,HEAD,POST /newsroom/orders/{id:long}", "JobsDesk Administrator"),
        ("GET,HEAD,POST /newsroom/packages", "JobsDesk Administrator"),
        ("GET,HEAD,POST /newsroom/packages/{id:long}", "JobsDesk Administrator"),
        ("GET,HEAD,POST /newsroom/occupations", "JobsDesk Administrator"),
        ("GET,HEAD,POST /newsroom/occupations/{id:long}", "JobsDesk Administrator"),
        ("GET,HEAD /newsroom/postings", "JobsDesk Administrator"),
        ("GET,HEAD,POST /newsroom/postings/{id:long}", "JobsDesk Administrator"),
        ("GET,HEAD,POST /newsroom/postings/{id:long}/edit", "JobsDesk Administrator"),
        ("GET,HEAD /newsroom/postings/{id:long}/preview", "JobsDesk Administrator"),
        ("GET,HEAD /newsroom/reports", "JobsDesk Administrator"),
        ("GET,HEAD,POST /newsroom/reports/{id:long}", "JobsDesk Administrator"),
        ("GET,HEAD,POST /newsroom/people", "ChiefEditor Administrator"),
    ];

    [Fact]
    public void Every_route_is_listed()
    {
        var routes = Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Path: "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), Methods: endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["any"]))
            .Where(route => route.Path.StartsWith("/account", StringComparison.Ordinal) || Own().IsMatch(route.Path) || route.Path.StartsWith("/newsroom", StringComparison.Ordinal))
            .Select(route => $"{string.Join(',', route.Methods.Order(StringComparer.Ordinal))} {route.Path}").Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(string.Join('\n', Doors.Select(door => door.Route).Order(StringComparer.Ordinal)), string.Join('\n', routes));
    }

    [Fact]
    public async Task Each_opens_for_whom_the_list_says_and_for_nobody_else()
    {
        var half = await HireAsync(Role.Administrator, "Half");
        var visitors = new Dictionary<string, Visitor> { [""] = new(Site), [HalfWay] = await HalfWayAsync(half) };
        foreach (var role in RoleNames.All)
            visitors[role.ToString()] = await SignedInAsync(role);
        // The first company is the one in the addresses.
        var owner = await FoundAsync("harbour", "owner");
        Assert.Equal("1", owner.EmployerId.ToString(System.Globalization.CultureInfo.InvariantCulture));
        visitors["Owner"] = await SignedInAsync(owner);
        visitors["Recruiter"] = await SignedInAsync(await JoinAsync(owner, "recruiter", EmployerRole.Recruiter));
        visitors["OtherOwner"] = await SignedInAsync(await FoundAsync("brewery", "other"));
        var wrong = new List<string>();
        foreach (var (route, who) in Doors)
        {
            var (methods, path) = (route.Split(' ')[0].Split(','), Parameter().Replace(route.Split(' ')[1], Sample));
            foreach (var method in methods)
            {
                foreach (var (name, visitor) in visitors)
                {
                    var answer = await visitor.AskAsync(new HttpMethod(method), path);
                    if (IsLetIn(answer, path) != MayEnter(who, name))
                        wrong.Add($"{method} {path} as '{name}': {answer.Status} {answer.Location}");
                }
            }
        }
        Assert.Equal("", string.Join('\n', wrong));
    }

    private static bool MayEnter(string who, string name) => who switch
    {
        Anybody => true,
        HalfWay => name.Length > 0,
        _ => who.Split(' ').Contains(name),
    };

    /// <summary>Anything but being shown the door: the form's token, the thing itself may still be missing.</summary>
    private static bool IsLetIn(Answer answer, string path) =>
        answer.Status is not (401 or 403)
        && !(answer.Status == 302 && answer.Location!.StartsWith("/account/sign-in?", StringComparison.Ordinal))
        && !(answer.Status == 302 && SecondDoor().IsMatch(answer.Location!) && !SecondDoor().IsMatch(path + "?"));

    private static string Sample(Match parameter) => parameter.Groups["kind"].Value switch
    {
        "length" => new string('A', 43),
        "long" or "int" => "1",
        _ => "x",
    };

    [GeneratedRegex(@"\{\**\w+(:(?<kind>\w+)[^}]*)?\??\}")]
    private static partial Regex Parameter();

    /// <summary>Their own pages, not /employers, which readers see.</summary>
    [GeneratedRegex("^/employer(/|$)")]
    private static partial Regex Own();

    [GeneratedRegex(@"^/account/(code|two-factor)\?")]
    private static partial Regex SecondDoor();
}
