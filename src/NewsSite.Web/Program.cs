using NewsSite.Web;
using NewsSite.Web.Api;
using NewsSite.Web.Caching;
using NewsSite.Web.Commands;
using NewsSite.Web.Feeds;
using NewsSite.Web.Feeds.Sitemaps;
using NewsSite.Web.Languages;
using NewsSite.Web.Pages;
using NewsSite.Web.Pages.Employer;
using NewsSite.Web.Pages.Mails;
using NewsSite.Web.Pages.Newsroom;
using NewsSite.Web.Pages.Search;
using NewsSite.Web.Security;

if (CommandLine.IsVerb(args))
    return await CommandLine.RunAsync(args);

var builder = Paper.CreateBuilder(args);
builder.AddPaper();
builder.AnswerInline();
builder.Services.AddSchedule();
builder.Services.AddReaderPages();
builder.Services.AddPageCache();
builder.Services.AddClosedDoors();
builder.Services.AddFeeds();
builder.Services.AddSitemaps();
builder.Services.AddPublicApi();

var app = builder.Build();

app.UseTrustedProxies();
app.UseErrorPages();
app.UseSecurityHeaders();
app.UseLanguagePrefix();
app.UsePlainOldAddresses();
app.UseRouting();
app.UsePageCache();
app.UseSignedInUsers();
app.UseRateLimiter();
app.UseAuthorization();
app.UseFormTokens();

app.MapStaticFiles();
app.MapMedia();
app.MapDownloads();
app.MapSectionColours();
app.MapFeeds();
app.MapSitemaps();
app.MapPublicApi();
app.MapHealth();
app.MapSuggestions();
app.MapOpened();
app.MapSeen();
app.MapJobs();
app.MapMails();
app.MapNewsroom();
app.MapEmployer();
app.MapRazorPages().WithStaticAssets();

await app.OpenAsync();
await app.RunAsync();
return 0;
