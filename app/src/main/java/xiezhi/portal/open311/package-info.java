/**
 * Open311 GeoReport v2, the standard by which other programs report and follow: its names, formats
 * and errors to the letter.
 */
@NullMarked
package xiezhi.portal.open311;

import org.jspecify.annotations.NullMarked;
