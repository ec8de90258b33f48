/** Alarms, help of the police, incidents and public opinion over HTTP. */
@NullMarked
package xiezhi.incident.web;

import org.jspecify.annotations.NullMarked;
