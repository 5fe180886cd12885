using Azure.Data.Tables;

namespace Reconciliation.Storage.Azure.Tables;

/// <summary>
/// About how many bytes a row takes in a request, rather more than fewer. A request of 4 MiB is the most that the service
/// takes.
/// </summary>
internal static class RowWeight
{
    public const long MostOfATransaction = 3_500_000;

    private const int OfKeysAndHeaders = 1200;

    // The request is JSON in ASCII: letters and digits are a byte, everything else may be an escape of six.
    private const int OfEscape = 6;

    public static long Of(ITableEntity row) =>
        OfKeysAndHeaders + (row is TableEntity properties ? properties.Sum(property => OfValue(property.Value)) : 0);

    private static long OfValue(object? value) => value switch
    {
        string text => text.Sum(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '.' or '-' ? 1L : OfEscape),
        byte[] bytes => bytes.Length * 4L / 3,
        _ => 0,
    };
}
