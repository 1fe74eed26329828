/** Ed25519 keys of people and devices: made, kept under a passphrase, used to sign and to verify. Knows nothing of journals or reports. */
package io.plumbline.keys;
