package xiezhi.shared.web;

/**
 * An act that needs no words.
 *
 * @param version of what the client looked at; another one is a lost race
 */
public record VersionRequest(int version) {}
