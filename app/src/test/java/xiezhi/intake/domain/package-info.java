/** The states of a complaint, tried in every order. */
@NullMarked
package xiezhi.intake.domain;

import org.jspecify.annotations.NullMarked;
