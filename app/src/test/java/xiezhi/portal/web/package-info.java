@NullMarked
package xiezhi.portal.web;

import org.jspecify.annotations.NullMarked;
