/** Sign-in, session and accounts over HTTP, and the guard before every operation. */
@NullMarked
package xiezhi.identity.web;

import org.jspecify.annotations.NullMarked;
