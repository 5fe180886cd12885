using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Reconciliation.Domain;

namespace Reconciliation.Pipeline.Serialization;

/// <summary>The scalars of <see cref="StoredText"/> written as UTF-8, without a text in between.</summary>
public static class StoredUtf8
{
    /// <summary>How many bytes a day takes.</summary>
    public const int DayLength = 10;

    /// <summary>As <see cref="StoredText.Of(DateOnly)"/>; how many bytes that are, always <see cref="DayLength"/>.</summary>
    public static int Write(DateOnly day, Span<byte> target) =>
        day.TryFormat(target, out var length, "O", CultureInfo.InvariantCulture)
            ? length
            : throw new ArgumentException($"A day takes {DayLength} bytes.", nameof(target));

    /// <summary>As <see cref="StoredText.Of(Money)"/>; how many bytes that are, 25 at most.</summary>
    public static int Write(Money amount, Span<byte> target)
    {
        var exponent = amount.Currency.Exponent;
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(Magnitude(amount.MinorUnits), digits, out var count);
        var length = 0;
        if (amount.IsNegative)
            target[length++] = (byte)'-';
        for (var place = Math.Max(count, exponent + 1); place > 0; place--)
        {
            target[length++] = place > count ? (byte)'0' : digits[count - place];
            if (place == exponent + 1 && exponent > 0)
                target[length++] = (byte)'.';
        }

        target[length++] = (byte)' ';
        return length + Encoding.UTF8.GetBytes(amount.Currency.Code, target[length..]);
    }

    private static ulong Magnitude(long minorUnits) => minorUnits < 0 ? (ulong)-(minorUnits + 1) + 1 : (ulong)minorUnits;
}
