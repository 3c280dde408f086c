namespace NewsSite.Transfer.Wordpress.Export;

/// <summary>The custom fields that the import reads; all others are passed over.</summary>
internal static class WxrFields
{
    public const string Thumbnail = "_thumbnail_id";
    public const string Alt = "_wp_attachment_image_alt";
    public const string AttachedFile = "_wp_attached_file";
    public const string OldSlug = "_wp_old_slug";
    public const string PrimaryCategory = "_yoast_wpseo_primary_category";

    public static readonly IReadOnlySet<string> Known = new HashSet<string>
    {
        Thumbnail, Alt, AttachedFile, OldSlug, PrimaryCategory,
        "_company_name", "_company_website", "_company_tagline", "_job_location", "_application", "_job_expires", "_filled", "_featured",
        "_remote_position", "_job_salary", "_job_salary_currency", "_job_salary_unit",
        "geolocation_city", "geolocation_postcode", "geolocation_country_short",
    };
}
