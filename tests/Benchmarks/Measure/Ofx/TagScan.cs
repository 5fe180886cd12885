namespace Reconciliation.Benchmarks.Measure.Ofx;

/// <summary>The limit of tagged text: finds both ends of every tag with the machine's widest compare and keeps nothing.</summary>
internal static class TagScan
{
    public const string Name = "vectorised tag scan";

    private const int BufferLength = 64 * 1024;

    /// <summary>The tags of a file.</summary>
    public static long Count(Stream file)
    {
        var buffer = new byte[BufferLength];
        var tags = 0L;
        var isOpen = false;
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer))
        {
            var rest = buffer.AsSpan(0, read);
            while (true)
            {
                var mark = rest.IndexOf(isOpen ? (byte)'>' : (byte)'<');
                if (mark < 0)
                    break;
                if (isOpen)
                    tags++;
                isOpen = !isOpen;
                rest = rest[(mark + 1)..];
            }
        }

        return tags;
    }
}
