using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsSite.Platform.Mail;

namespace NewsSite.Tests.Platform.Mail;

public sealed class MailSettingsTests
{
    private static readonly Dictionary<string, string?> Sound = new()
    {
        ["Mail:Transport"] = "Smtp",
        ["Mail:From:Transactional"] = "The Zenne Post <post@zenne.example>",
        ["Mail:From:Subscription"] = "news@news.zenne.example",
        ["Mail:BounceDomain"] = "bounces.zenne.example",
        ["Mail:Smtp:Host"] = "mail.zenne.example",
        ["Mail:Smtp:User"] = "post",
        ["Mail:Smtp:Password"] = "secret",
    };

    [Fact]
    public void Without_settings_mails_go_into_the_folder() => Assert.Equal(MailTransportKind.Folder, Read([]).Transport);

    [Fact]
    public void Sound_settings_are_taken()
    {
        var settings = Read(Sound);

        Assert.Equal((MailTransportKind.Smtp, SmtpTls.StartTls, 587), (settings.Transport, settings.Smtp.Tls, settings.Smtp.EffectivePort));
        Assert.Equal(465, Read(new(Sound) { ["Mail:Smtp:Tls"] = "Implicit" }).Smtp.EffectivePort);
    }

    [Theory]
    [InlineData("Mail:Transport", "Pigeon", "Mail:Transport")]
    [InlineData("Mail:From:Transactional", "", "Mail:From:Transactional must be set")]
    [InlineData("Mail:From:Subscription", "The Zenne Post", "Mail:From:Subscription is wrong")]
    [InlineData("Mail:From:Subscription", "pöst@zenne.example", "Mail:From:Subscription is 'pöst@zenne.example'; a sender's address must be in ASCII")]
    [InlineData("Mail:BounceDomain", "bounces@zenne.example", "Mail:BounceDomain is 'bounces@zenne.example'")]
    [InlineData("Mail:Smtp:Host", "", "Mail:Smtp:Host must be set")]
    [InlineData("Mail:Smtp:Host", "smtp://mail.zenne.example", "Mail:Smtp:Host is 'smtp://mail.zenne.example'")]
    [InlineData("Mail:Smtp:Port", "70000", "Mail:Smtp:Port is 70000")]
    [InlineData("Mail:Smtp:Port", "submission", "Mail:Smtp:Port")]
    [InlineData("Mail:Smtp:Password", "", "Mail:Smtp:User and Mail:Smtp:Password must both be set")]
    [InlineData("Mail:Smtp:Tls", "None", "Mail:Smtp:Tls is None, which would send the password")]
    [InlineData("Mail:Smtp:Tls", "Ssl", "Mail:Smtp:Tls")]
    [InlineData("Mail:Smtp:Connections", "0", "Mail:Smtp:Connections is 0")]
    [InlineData("Mail:Smtp:CaFile", "/nowhere/ca.pem", "Mail:Smtp:CaFile is '/nowhere/ca.pem'")]
    public void A_wrong_setting_is_named(string setting, string value, string line) =>
        Assert.Contains(line, Assert.Throws<OptionsValidationException>(() => Read(new(Sound) { [setting] = value })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_password_may_go_in_the_clear_to_this_machine_only() =>
        Assert.Equal("post", Read(new(Sound) { ["Mail:Smtp:Tls"] = "None", ["Mail:Smtp:Host"] = "127.0.0.1" }).Smtp.User);

    [Fact]
    public void The_password_stands_in_no_complaint() =>
        Assert.DoesNotContain("secret", Assert.Throws<OptionsValidationException>(() => Read(new(Sound) { ["Mail:Smtp:Tls"] = "None" })).Message, StringComparison.Ordinal);

    private static MailSettings Read(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddMail(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return services.BuildServiceProvider().GetRequiredService<IOptions<MailSettings>>().Value;
    }
}
