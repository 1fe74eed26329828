package io.plumbline.store;

/**
 * What the texts of old records come to.
 *
 * @param records    whose texts may go
 * @param bytes      length of these, not compressed
 * @param unreviewed flagged records that nobody has reviewed yet, whose texts stay until then
 * @param evidence   records that stay because an incident rests on them or is about them
 * @param removed    old records whose texts went before
 */
public record TextsDue(long records, long bytes, long unreviewed, long evidence, long removed) {

    static final TextsDue NONE = new TextsDue(0, 0, 0, 0, 0);

    TextsDue plus(TextsDue other) {
        return new TextsDue(records + other.records, bytes + other.bytes, unreviewed + other.unreviewed, evidence + other.evidence,
            removed + other.removed);
    }
}
