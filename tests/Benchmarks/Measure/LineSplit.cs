namespace Reconciliation.Benchmarks.Measure;

/// <summary>The limit of formats of lines: finds every line end with the machine's widest compare and keeps nothing.</summary>
internal static class LineSplit
{
    public const string Name = "line split";

    /// <summary>The lines of a file; the last counts without a line end too.</summary>
    public static long Count(Stream file)
    {
        var buffer = new byte[64 * 1024];
        var lines = 0L;
        var isOpen = false;
        for (var read = file.Read(buffer); read > 0; read = file.Read(buffer))
        {
            var rest = buffer.AsSpan(0, read);
            for (var end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
            {
                lines++;
                rest = rest[(end + 1)..];
            }

            isOpen = !rest.IsEmpty;
        }

        return isOpen ? lines + 1 : lines;
    }
}
