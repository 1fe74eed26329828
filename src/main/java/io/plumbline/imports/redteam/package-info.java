/** Logs of red-team tools and of people's own notes, read into attempts of a session. */
package io.plumbline.imports.redteam;
