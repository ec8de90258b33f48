package xiezhi.command.domain;

import java.time.Instant;
import xiezhi.shared.MatterId;

/** 跨乡镇(街道)、重大复杂: why a matter is to be reported to the area chief. */
public record Mark(
    MatterId matter, String trigger, String words, Instant at, String account, String by) {}
