package io.plumbline.store;

import io.plumbline.store.segment.EncodedSegment;
import io.plumbline.store.segment.Family;
import io.plumbline.store.segment.SegmentRevision;
import io.plumbline.store.segment.TextFrame;
import io.plumbline.store.segment.TextRemoval;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes segments and parts of rollups as rows. */
final class SegmentTables implements AutoCloseable {

    private static final int PIECE = 1_000_000;
    private final Connection connection;
    private final long importNo;
    private final PreparedStatement segments;
    private final PreparedStatement columns;
    private final PreparedStatement frames;

    SegmentTables(Connection connection, long importNo) throws SQLException {
        this.connection = connection;
        this.importNo = importNo;
        segments = connection.prepareStatement("insert into log_segment values (?, ?, ?, ?, ?, ?, ?, ?)");
        columns = connection.prepareStatement("insert into log_column values (?, ?, ?, ?, ?)");
        frames = connection.prepareStatement("insert into log_text_frame values (?, ?, ?, ?, ?)");
    }

    void insert(int segment, EncodedSegment encoded) throws SQLException {
        EncodedSegment.Extent extent = encoded.extent();
        segments.setLong(1, importNo);
        segments.setInt(2, segment);
        segments.setBoolean(3, extent.canary());
        segments.setInt(4, extent.records());
        segments.setLong(5, extent.firstMicros());
        segments.setLong(6, extent.lastMicros());
        segments.setInt(7, extent.flagged());
        segments.setBytes(8, encoded.summary());
        segments.executeUpdate();
        for (Map.Entry<Family, byte[]> family : encoded.families().entrySet()) {
            columns.setLong(1, importNo);
            columns.setInt(2, segment);
            columns.setInt(3, family.getKey().number());
            insertPieces(columns, 4, family.getValue());
        }
        insertFrames(segment, encoded.texts());
    }

    void insertLeftOut(long earlierImport, long records) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("insert into import_left_out values (?, ?, ?)")) {
            row.setLong(1, importNo);
            row.setLong(2, earlierImport);
            row.setLong(3, records);
            row.executeUpdate();
        }
    }

    /** Puts columns in the place of stored ones. */
    void replace(int segment, SegmentRevision revision) throws SQLException {
        try (PreparedStatement gone = connection.prepareStatement("delete from log_column where import_no = ? and segment = ? and family = ?");
             PreparedStatement row = connection.prepareStatement("insert into log_column values (?, ?, ?, ?, ?)");
             PreparedStatement head = connection.prepareStatement("update log_segment set flagged = ?, summary = ? where import_no = ? and segment = ?")) {
            for (Map.Entry<Family, byte[]> family : revision.families().entrySet()) {
                gone.setLong(1, importNo);
                gone.setInt(2, segment);
                gone.setInt(3, family.getKey().number());
                gone.executeUpdate();
                if (family.getValue().length > 0) {
                    row.setLong(1, importNo);
                    row.setInt(2, segment);
                    row.setInt(3, family.getKey().number());
                    insertPieces(row, 4, family.getValue());
                }
            }
            head.setInt(1, revision.flagged());
            head.setBytes(2, revision.summary());
            head.setLong(3, importNo);
            head.setInt(4, segment);
            head.executeUpdate();
        }
    }

    /** Puts what is left of a segment's texts in place of all of them. */
    void replaceTexts(int segment, TextRemoval removal) throws SQLException {
        try (PreparedStatement details = connection.prepareStatement("delete from log_column where import_no = ? and segment = ? and family = ?");
             PreparedStatement texts = connection.prepareStatement("delete from log_text_frame where import_no = ? and segment = ?")) {
            details.setLong(1, importNo);
            details.setInt(2, segment);
            details.setInt(3, Family.DETAILS.number());
            if (details.executeUpdate() == 0) {
                // The import was taken back meanwhile and must not get rows again.
                return;
            }
            texts.setLong(1, importNo);
            texts.setInt(2, segment);
            texts.executeUpdate();
        }
        columns.setLong(1, importNo);
        columns.setInt(2, segment);
        columns.setInt(3, Family.DETAILS.number());
        insertPieces(columns, 4, removal.details());
        insertFrames(segment, removal.texts());
    }

    private void insertFrames(int segment, List<TextFrame> pieces) throws SQLException {
        for (TextFrame frame : pieces) {
            frames.setLong(1, importNo);
            frames.setInt(2, segment);
            frames.setLong(3, frame.firstByte());
            frames.setInt(4, frame.bytes());
            frames.setBytes(5, frame.content());
            frames.executeUpdate();
        }
    }

    void insertRollup(boolean canary, int part, Map<String, byte[]> blobs) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("insert into log_rollup values (?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<String, byte[]> blob : blobs.entrySet()) {
                row.setLong(1, importNo);
                row.setBoolean(2, canary);
                row.setString(3, blob.getKey());
                row.setInt(4, part);
                insertPieces(row, 5, blob.getValue());
            }
        }
    }

    private static void insertPieces(PreparedStatement row, int column, byte[] content) throws SQLException {
        for (int piece = 0, from = 0; piece == 0 || from < content.length; piece++, from += PIECE) {
            row.setInt(column, piece);
            row.setBytes(column + 1, content.length <= PIECE ? content : Arrays.copyOfRange(content, from, Math.min(content.length, from + PIECE)));
            row.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        segments.close();
        columns.close();
        frames.close();
    }
}
