/** Use cases of alarms, help of the police, incidents and public opinion. */
@NamedInterface("application")
@NullMarked
package xiezhi.incident.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
