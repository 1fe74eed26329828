package io.plumbline.store;

import io.plumbline.domain.LogRecord;

/** The identity of a record, and a number by which an index finds it. Equal numbers are compared by their texts. */
final class RecordKey {

    private RecordKey() {
    }

    static String of(LogRecord record) {
        return record.model() + "/" + record.id();
    }

    /** FNV-1a over UTF-16 units with a final mix; part of the file format, so never to be changed. */
    static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        return hash * 0x9e3779b97f4a7c15L;
    }
}
