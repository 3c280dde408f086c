using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsSite.Platform.Database;

namespace NewsSite.Platform.Secrets;

/// <summary>
/// Keeps Data Protection's keys in a table. They are not encrypted there: who can read the database can read what they
/// protect, and a second secret beside the program would lie on the same machine.
/// </summary>
internal sealed class ProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        return [.. db.Set<ProtectionKey>().AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        db.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        // The interface knows no asynchronous call; a key is written a few times a year, and readers see nothing of it.
        db.SaveChanges();
    }
}

internal static class ProtectionKeysRegistration
{
    /// <summary>Fixed: the default name is the program's folder, which differs from node to node.</summary>
    private const string ApplicationName = "NewsSite";

    public static void AddProtectionKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddSingleton<ProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>((options, keys) =>
        {
            options.XmlRepository = keys;
            options.XmlEncryptor = new NullXmlEncryptor();
        });
    }
}
