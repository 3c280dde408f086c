using Microsoft.Extensions.Options;
using NewsSite.Accounts.SignIn;
using NewsSite.Platform.Site;

namespace NewsSite.Tests.Accounts.SignIn;

public sealed class PasswordRulesTests
{
    private static readonly PasswordRules Rules = new(Options.Create(new SiteSettings { Name = "The Zenne Post" }));

    [Theory]
    [InlineData("elevenchars", PasswordFlaw.TooShort)]
    [InlineData("🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋🚋", PasswordFlaw.TooShort)]
    [InlineData("password1234", PasswordFlaw.Guessable)]
    [InlineData("P@ssw0rd2026!", PasswordFlaw.Guessable)]
    [InlineData("Wachtwoord123!", PasswordFlaw.Guessable)]
    [InlineData("motdepasse2024", PasswordFlaw.Guessable)]
    [InlineData("123456789012", PasswordFlaw.Guessable)]
    [InlineData("987654321098", PasswordFlaw.Guessable)]
    [InlineData("qwertyuiop12", PasswordFlaw.Guessable)]
    [InlineData("azertyuiop89", PasswordFlaw.Guessable)]
    [InlineData("1qaz2wsx3edc", PasswordFlaw.Guessable)]
    [InlineData("abababababab", PasswordFlaw.Guessable)]
    [InlineData("aaaaaaaaaaaa", PasswordFlaw.Guessable)]
    [InlineData("correcthorsebatterystaple", PasswordFlaw.Guessable)]
    [InlineData("zennepost2026", PasswordFlaw.Guessable)]
    [InlineData("ThePost-TheZenne", PasswordFlaw.Guessable)]
    [InlineData("annelies.maes1", PasswordFlaw.Guessable)]
    [InlineData("Annelies!2027", PasswordFlaw.Guessable)]
    [InlineData("brussels2025!", PasswordFlaw.Guessable)]
    [InlineData("seven quiet herons", PasswordFlaw.None)]
    [InlineData("xK9vTq2mWz7p", PasswordFlaw.None)]
    [InlineData("kano tegen de wind", PasswordFlaw.None)]
    [InlineData("onze péniches à voile", PasswordFlaw.None)]
    [InlineData("Annelies bakes rhubarb tarts", PasswordFlaw.None)]
    public void What_is_guessed_first_is_refused_and_nothing_else(string password, PasswordFlaw flaw) =>
        Assert.Equal(flaw, Rules.Check(password, "Annelies Maes", "annelies.maes@post.example"));

    [Fact]
    public void A_very_long_one_is_refused() => Assert.Equal(PasswordFlaw.TooLong, Rules.Check(string.Concat(Enumerable.Repeat("heron ", 40))));
}
