package io.plumbline.ui.shell;

/** Takes the person from one screen to another; every step can be taken back. */
public interface Navigator {

    void go(Place place);

    void back();

    void forward();
}
