using System.Globalization;
using System.Text;
using NewsSite.Jobs.Payments;
using QRCoder;

namespace NewsSite.Web.Pages.Employer.Orders;

/// <summary>The QR code of a transfer that the apps of banks read, as the path of an SVG: a unit is a module, four of quiet stand around it.</summary>
/// <param name="Size">Of both sides.</param>
/// <param name="Path">All dark modules.</param>
public sealed record PaymentCode(int Size, string Path)
{
    /// <summary>As EPC069-12 asks: error correction M, the text in UTF-8.</summary>
    public static PaymentCode Of(BankTransfer transfer)
    {
        using var code = QRCodeGenerator.GenerateQrCode(transfer.EpcText(), QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var path = new StringBuilder();
        foreach (var (y, row) in code.ModuleMatrix.Index())
        {
            for (var x = 0; x < row.Length; x++)
            {
                var from = x;
                while (x < row.Length && row[x])
                    x++;
                if (x > from)
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        }
        return new PaymentCode(code.ModuleMatrix.Count, path.ToString());
    }
}
