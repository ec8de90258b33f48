/** Keeping matters: registering, finding, and who may see what. */
@NullMarked
package xiezhi.matter.application;

import org.jspecify.annotations.NullMarked;
