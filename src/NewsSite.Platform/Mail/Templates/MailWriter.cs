using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using NewsSite.Platform.Languages;
using NewsSite.Platform.Mail.Mime;
using NewsSite.Platform.Site;

namespace NewsSite.Platform.Mail.Templates;

/// <summary>Makes a mail out of a template, in the recipient's language, wherever it is called from.</summary>
public sealed class MailWriter(IServiceScopeFactory scopes, IStringLocalizerFactory words, ILoggerFactory loggers)
{
    /// <summary>Gmail cuts a mail at 102 kB and hides the rest.</summary>
    private const int MaxHtmlBytes = 100_000;

    /// <exception cref="FormatException">The HTML is too long; the message names the template.</exception>
    public async Task<OutgoingMail> WriteAsync(MailTemplate mail, Mailbox to, Language language, params IReadOnlyList<MailHeader> headers)
    {
        await using var scope = scopes.CreateAsyncScope();
        var face = await scope.ServiceProvider.GetRequiredService<FindSiteFace>()();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            // Ends with this delegate: the culture belongs to its flow of execution.
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
            var texts = words.Create(mail.Words);
            var html = await renderer.RenderComponentAsync(mail.Html, ParameterView.FromDictionary(new Dictionary<string, object?> { ["Mail"] = mail }));
            return new OutgoingMail
            {
                Stream = mail.Stream,
                SiteName = face.Name,
                To = to.Address,
                ToName = to.Name,
                Subject = mail.Subject(texts),
                Text = mail.Text(texts),
                Html = Checked(html.ToHtmlString(), mail),
                Language = language.Code,
                Headers = headers,
            };
        });
    }

    private static string Checked(string html, MailTemplate mail)
    {
        var bytes = Encoding.UTF8.GetByteCount(html);
        return bytes <= MaxHtmlBytes ? html : throw new FormatException($"The HTML of {mail.GetType().Name} has {bytes} bytes; {MaxHtmlBytes} are the most");
    }
}
