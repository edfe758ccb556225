package org.glissade.backend;

/**
 * A backend that was chosen.
 *
 * @param backend what was chosen
 * @param reason one line for people: what it is, who asked for it, and what was passed over and why
 */
public record BackendChoice(Backend backend, String reason) {}
