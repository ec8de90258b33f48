/** What bodies a county has, drawn from its rows: no framework, no database. */
@NullMarked
package xiezhi.organisation.domain;

import org.jspecify.annotations.NullMarked;
