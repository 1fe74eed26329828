package io.plumbline.signals.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes tiny ONNX models byte by byte, by the field numbers of onnx.proto. */
public final class ModelBytes {

    private ModelBytes() {
    }

    /**
     * A model that looks up a row of weights for each piece: {@code Gather(weights, input_ids)}, an output of the shape [1, pieces, labels].
     *
     * @param rows   one for each piece of the vocabulary
     * @param labels how long each is
     */
    public static byte[] rowForEachPiece(float[][] rows, int labels) {
        byte[] gather = message(text(1, "weights"), text(1, "input_ids"), text(2, "logits"), text(4, "Gather"));
        ByteBuffer weights = ByteBuffer.allocate(rows.length * labels * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : rows) {
            for (float weight : row) {
                weights.putFloat(weight);
            }
        }
        byte[] table = message(number(1, rows.length), number(1, labels), number(2, 1), text(8, "weights"), nested(9, weights.array()));
        byte[] graph = message(nested(1, gather), text(2, "rows"), nested(5, table), nested(11, value("input_ids", 7, "n")),
            nested(12, value("logits", 1, "n", "k")));
        return message(number(1, 7), nested(7, graph), nested(8, message(text(1, ""), number(2, 11))));
    }

    /**
     * A model that adds up a weight for each piece: {@code ReduceSum(Gather(weights, input_ids), axes=[1])}, an output of the shape [1, 1].
     */
    public static byte[] sumOfPieces(float... pieceWeights) {
        byte[] gather = message(text(1, "weights"), text(1, "input_ids"), text(2, "gathered"), text(4, "Gather"));
        byte[] axes = message(text(1, "axes"), number(8, 1), number(20, 7));
        byte[] sum = message(text(1, "gathered"), text(2, "logits"), text(4, "ReduceSum"), nested(5, axes));
        ByteBuffer weights = ByteBuffer.allocate(pieceWeights.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float weight : pieceWeights) {
            weights.putFloat(weight);
        }
        byte[] table = message(number(1, pieceWeights.length), number(2, 1), text(8, "weights"), nested(9, weights.array()));
        byte[] graph = message(nested(1, gather), nested(1, sum), text(2, "sum"), nested(5, table), nested(11, value("input_ids", 7, "n")),
            nested(12, value("logits", 1, "k")));
        return message(number(1, 7), nested(7, graph), nested(8, message(text(1, ""), number(2, 11))));
    }

    /** A tensor with a first dimension of one and these behind it. */
    private static byte[] value(String name, int type, String... sizes) {
        byte[] shape = nested(1, message(number(1, 1)));
        for (String size : sizes) {
            shape = message(shape, nested(1, message(text(2, size))));
        }
        return message(text(1, name), nested(2, message(nested(1, message(number(1, type), nested(2, shape))))));
    }

    private static byte[] number(int field, long value) {
        return message(varint((long) field << 3), varint(value));
    }

    private static byte[] text(int field, String text) {
        return nested(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] nested(int field, byte[] content) {
        return message(varint((long) field << 3 | 2), varint(content.length), content);
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long rest = value;
        while (rest > 127) {
            bytes.write((int) (rest & 127 | 128));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return bytes.toByteArray();
    }

    private static byte[] message(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
