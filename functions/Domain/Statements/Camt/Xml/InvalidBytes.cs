using System.Text;

namespace Reconciliation.Domain.Statements.Camt.Xml;

/// <summary>Puts U+FFFD where bytes do not decode, and counts how often, so that the rest of the file can still be read.</summary>
internal sealed class InvalidBytes : DecoderFallback
{
    /// <summary>How many sequences did not decode.</summary>
    public int Count { get; private set; }

    public override int MaxCharCount => 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(InvalidBytes owner) : DecoderFallbackBuffer
    {
        private int _remaining;

        public override int Remaining => _remaining;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.Count++;
            _remaining = 1;
            return true;
        }

        public override char GetNextChar() => _remaining-- > 0 ? '\uFFFD' : '\0';

        public override bool MovePrevious() => false;

        public override void Reset() => _remaining = 0;
    }
}
