using Microsoft.AspNetCore.Components;

namespace NewsSite.Platform.Mail.Templates;

/// <summary>What the HTML of every template inherits: it knows its mail.</summary>
public abstract class MailHtml<TMail> : ComponentBase
    where TMail : MailTemplate
{
    [Parameter, EditorRequired]
    public required TMail Mail { get; set; }
}
