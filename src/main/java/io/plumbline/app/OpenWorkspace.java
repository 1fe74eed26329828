package io.plumbline.app;

import io.plumbline.store.Workspace;

/** A workspace that is open, and how its window begins. */
record OpenWorkspace(Workspace workspace, Opening opening) {
}
