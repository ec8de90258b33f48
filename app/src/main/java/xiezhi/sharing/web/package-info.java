@NullMarked
package xiezhi.sharing.web;

import org.jspecify.annotations.NullMarked;
