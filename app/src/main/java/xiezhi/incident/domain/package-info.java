/** Alarms, help of the police, incidents and public opinion: their stages. */
@NamedInterface("domain")
@NullMarked
package xiezhi.incident.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
