/** Leads over HTTP. */
@NullMarked
package xiezhi.intake.web;

import org.jspecify.annotations.NullMarked;
