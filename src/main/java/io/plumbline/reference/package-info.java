/** Texts with the labels of people: how far the people agree, and how well the program's detectors agree with them. */
package io.plumbline.reference;
