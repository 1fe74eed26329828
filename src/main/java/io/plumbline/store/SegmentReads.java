package io.plumbline.store;

import io.plumbline.store.segment.DamagedBytesException;
import io.plumbline.store.segment.EncodedSegment;
import io.plumbline.store.segment.Family;
import io.plumbline.store.segment.SegmentSummary;
import io.plumbline.store.segment.SegmentView;
import io.plumbline.store.segment.TextFrame;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads segments and rollups over one connection, whose statements it keeps. */
final class SegmentReads implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    SegmentReads(Connection connection) {
        this.connection = connection;
    }

    /** All segments of an import. */
    List<StoredSegment> segments(long importNo) {
        return query("select segment, canary, records, first_micros, last_micros, flagged, summary from log_segment where import_no = ? "
            + "order by segment", statement -> statement.setLong(1, importNo), rows -> {
                List<StoredSegment> segments = new ArrayList<>();
                while (rows.next()) {
                    segments.add(new StoredSegment(importNo, rows.getInt(1), new EncodedSegment.Extent(rows.getBoolean(2), rows.getInt(3),
                        rows.getLong(4), rows.getLong(5), rows.getInt(6)), SegmentSummary.read(rows.getBytes(7))));
                }
                return segments;
            });
    }

    SegmentView view(StoredSegment segment) {
        return new SegmentView(segment.extent().records(), family -> family(segment, family));
    }

    Optional<byte[]> family(StoredSegment segment, Family family) {
        return query("select content from log_column where import_no = ? and segment = ? and family = ? order by piece", statement -> {
            statement.setLong(1, segment.importNo());
            statement.setInt(2, segment.segment());
            statement.setInt(3, family.number());
        }, SegmentReads::joined);
    }

    /** The stored form of a segment's summary. */
    byte[] summary(StoredSegment segment) {
        return query("select summary from log_segment where import_no = ? and segment = ?", statement -> {
            statement.setLong(1, segment.importNo());
            statement.setInt(2, segment.segment());
        }, SegmentReads::joined).orElseThrow(() -> new DamagedBytesException("the summary is missing"));
    }

    /** The pieces of a segment's run of texts that hold some of its bytes; none where they were dropped. */
    List<TextFrame> frames(StoredSegment segment, long from, long end) {
        OptionalLong first = frameAt(segment, from);
        return first.isEmpty() ? List.of() : framesFrom(segment, first.getAsLong(), end);
    }

    /** Where the piece begins that holds a byte of the run of texts. */
    private OptionalLong frameAt(StoredSegment segment, long place) {
        return query("select max(first_byte) from log_text_frame where import_no = ? and segment = ? and first_byte <= ?", statement -> {
            statement.setLong(1, segment.importNo());
            statement.setInt(2, segment.segment());
            statement.setLong(3, place);
        }, rows -> rows.next() && rows.getObject(1) != null ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty());
    }

    private List<TextFrame> framesFrom(StoredSegment segment, long firstByte, long end) {
        return query("select first_byte, bytes, content from log_text_frame where import_no = ? and segment = ? and first_byte >= ? "
            + "and first_byte < ? order by first_byte", statement -> {
                statement.setLong(1, segment.importNo());
                statement.setInt(2, segment.segment());
                statement.setLong(3, firstByte);
                statement.setLong(4, end);
            }, rows -> {
                List<TextFrame> frames = new ArrayList<>();
                while (rows.next()) {
                    frames.add(new TextFrame(rows.getLong(1), rows.getInt(2), rows.getBytes(3)));
                }
                return frames;
            });
    }

    /** The blobs of this name by part; a part lacks those of a signal that none of its records has. */
    Map<Integer, byte[]> rollups(long importNo, boolean canary, String name) {
        return query("select part, content from log_rollup where import_no = ? and canary = ? and name = ? order by part, piece", statement -> {
            statement.setLong(1, importNo);
            statement.setBoolean(2, canary);
            statement.setString(3, name);
        }, rows -> {
            Map<Integer, ByteArrayOutputStream> parts = new HashMap<>();
            while (rows.next()) {
                parts.computeIfAbsent(rows.getInt(1), part -> new ByteArrayOutputStream()).writeBytes(rows.getBytes(2));
            }
            Map<Integer, byte[]> whole = new HashMap<>();
            parts.forEach((part, content) -> whole.put(part, content.toByteArray()));
            return whole;
        });
    }

    private static Optional<byte[]> joined(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        byte[] first = rows.getBytes(1);
        if (!rows.next()) {
            return Optional.of(first);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(first);
        do {
            whole.writeBytes(rows.getBytes(1));
        } while (rows.next());
        return Optional.of(whole.toByteArray());
    }

    private <T> T query(String sql, Binding binding, Reading<T> reading) {
        try {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new WorkspaceException("The production log of this workspace can't be read. Close Plumbline and open the workspace again; if "
                + "it happens again, restore the database from a backup.", e);
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
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
