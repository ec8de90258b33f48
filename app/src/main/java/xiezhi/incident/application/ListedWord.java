package xiezhi.incident.application;

import xiezhi.mechanism.Rule;

/** A word of the county's list, and the rule it is from. */
public record ListedWord(String name, Rule rule) {}
