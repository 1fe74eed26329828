/** Sessions in which people try to make a candidate fail: what was tried for how long, what held, and what that allows to say. */
package io.plumbline.redteam;
