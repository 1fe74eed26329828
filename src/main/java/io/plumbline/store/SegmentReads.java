package io.plumbline.store;

import io.plumbline.store.segment.DamagedBytesException;
import io.plumbline.store.segment.EncodedSegment;
import io.plumbline.store.segment.Family;
import io.plumbline.store.segment.SegmentSummary;
import io.plumbline.store.segment.SegmentView;
import io.plumbline.store.segment.TextFrame;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads segments and rollups over one connection, whose statements it keeps. */
final class SegmentReads implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    SegmentReads(Connection connection) {
        this.connection = connection;
    }

    /** The numbers of the imports whose records may be seen at this moment. */
    List<Long> visibleImports() {
        return query("select import_no from file_import where status = 'DONE' and kind = 'LOG' order by import_no", rows -> {
            List<Long> imports = new ArrayList<>();
            while (rows.next()) {
                imports.add(rows.getLong(1));
            }
            return imports;
        });
    }

    /** All segments of an import. */
    List<StoredSegment> segments(long importNo) {
        return query("select segment, canary, records, first_micros, last_micros, flagged, summary from log_segment where import_no = ? "
            + "order by segment", rows -> {
                List<StoredSegment> segments = new ArrayList<>();
                while (rows.next()) {
                    segments.add(new StoredSegment(importNo, rows.getInt(1), new EncodedSegment.Extent(rows.getBoolean(2), rows.getInt(3),
                        rows.getLong(4), rows.getLong(5), rows.getInt(6)), SegmentSummary.read(rows.getBytes(7))));
                }
                return segments;
            }, importNo);
    }

    SegmentView view(StoredSegment segment) {
        return new SegmentView(segment.extent().records(), family -> family(segment, family));
    }

    Optional<byte[]> family(StoredSegment segment, Family family) {
        return query("select content from log_column where import_no = ? and segment = ? and family = ? order by piece", SegmentReads::joined,
            segment.importNo(), segment.segment(), family.number());
    }

    /** The stored form of a segment's summary. */
    byte[] summary(StoredSegment segment) {
        return query("select summary from log_segment where import_no = ? and segment = ?", SegmentReads::joined, segment.importNo(),
            segment.segment()).orElseThrow(() -> new DamagedBytesException("the summary is missing"));
    }

    /**
     * The pieces of a segment's run of texts that hold some of these bytes, in order; none where the texts were dropped.
     *
     * @param from first bytes, ascending
     * @param end  bytes after the last of each
     */
    List<TextFrame> frames(StoredSegment segment, long[] from, long[] end, int wanted) {
        // The piece that holds the first byte begins before it, and is found by the database; the others are passed over here.
        return query("select first_byte, bytes, content from log_text_frame where import_no = ? and segment = ? and first_byte < ? and "
            + "first_byte >= (select coalesce(max(first_byte), 0) from log_text_frame where import_no = ? and segment = ? and first_byte <= ?) "
            + "order by first_byte", rows -> {
                List<TextFrame> frames = new ArrayList<>();
                int at = 0;
                while (rows.next()) {
                    long first = rows.getLong(1);
                    int bytes = rows.getInt(2);
                    while (at < wanted && end[at] <= first) {
                        at++;
                    }
                    if (at < wanted && from[at] < first + bytes) {
                        frames.add(new TextFrame(first, bytes, rows.getBytes(3)));
                    }
                }
                return frames;
            }, segment.importNo(), segment.segment(), end[wanted - 1], segment.importNo(), segment.segment(), from[0]);
    }

    /** The blobs of this name by part; a part lacks those of a signal that none of its records has. */
    Map<Integer, byte[]> rollups(long importNo, boolean canary, String name) {
        return query("select part, content from log_rollup where import_no = ? and canary = ? and name = ? order by part, piece", rows -> {
            Map<Integer, byte[]> parts = new TreeMap<>();
            while (rows.next()) {
                byte[] before = parts.get(rows.getInt(1));
                byte[] piece = rows.getBytes(2);
                parts.put(rows.getInt(1), before == null ? piece : joined(before, piece));
            }
            return parts;
        }, importNo, canary, name);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static Optional<byte[]> joined(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        byte[] first = rows.getBytes(1);
        if (!rows.next()) {
            return Optional.of(first);
        }
        byte[] whole = first;
        do {
            whole = joined(whole, rows.getBytes(1));
        } while (rows.next());
        return Optional.of(whole);
    }

    private <T> T query(String sql, Reading<T> reading, Object... values) {
        try {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                set(statement, i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new WorkspaceException("The production log of this workspace can't be read. Close Plumbline and open the workspace again; if "
                + "it happens again, restore the database from a backup.", e);
        }
    }

    /** By type: the database's own conversion of objects loads twenty classes first. */
    private static void set(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value instanceof Boolean flag) {
            statement.setBoolean(place, flag);
        } else if (value instanceof Number number) {
            statement.setLong(place, number.longValue());
        } else {
            statement.setString(place, value.toString());
        }
    }

    @Override
    public void close() {
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException ignored) {
                // The connection closes next, and its statements with it.
            }
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
