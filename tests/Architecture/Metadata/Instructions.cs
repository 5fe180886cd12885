using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Reconciliation.Architecture.Metadata;

/// <summary>Reads the instructions of a method body.</summary>
internal static class Instructions
{
    private static readonly Dictionary<int, OpCode> Known = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value & 0xFFFF);

    /// <summary>Each instruction with what it names; nil where it names no metadata.</summary>
    public static IEnumerable<(OpCode Code, EntityHandle Named)> Of(MethodBodyBlock body)
    {
        var il = body.GetILBytes() ?? [];
        for (var at = 0; at < il.Length;)
        {
            int value = il[at++];
            if (value == 0xFE)
                value = 0xFE00 | il[at++];
            var code = Known[value];
            yield return (code, Named(code, il, at));
            at += OperandLength(code, il, at);
        }
    }

    private static EntityHandle Named(OpCode code, byte[] il, int at) =>
        code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType
            ? MetadataTokens.EntityHandle(BitConverter.ToInt32(il, at))
            : default;

    private static int OperandLength(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
