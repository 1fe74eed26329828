package io.plumbline.ui.common;

/** The one place where errors are shown: what happened, what is safe, what to do, copy details, code. */
public interface ErrorSurface {

    void show(Throwable failure);
}
