package io.plumbline.domain;

/** How long work reports what it has done, and learns that it is no longer wanted. */
public interface Progress {

    /** Nobody watches and nobody cancels. */
    Progress NONE = new Progress() {
        @Override
        public void update(long done, long total, String unit, String message) {
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * @param done  amount done
     * @param total amount in all, −1 if unknown
     * @param unit  what is counted: "bytes", "records"
     * @param message what is being done now
     */
    void update(long done, long total, String unit, String message);

    boolean cancelled();

    /** Stops the work where it was cancelled. */
    default void check() {
        if (cancelled()) {
            throw new CancelledException();
        }
    }
}
