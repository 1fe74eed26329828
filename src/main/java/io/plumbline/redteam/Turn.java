package io.plumbline.redteam;

/**
 * One turn of a conversation with the model; both texts are hostile, either may be empty.
 *
 * @param prompt   what was said to the model
 * @param response what it answered
 */
public record Turn(String prompt, String response) {
}
