package io.plumbline.app;

/** Whether a workspace is filled with the sample files when its window opens. */
enum Opening {
    AS_IT_IS, WITH_SAMPLE
}
