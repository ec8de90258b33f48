@NullMarked
package xiezhi.conference.web;

import org.jspecify.annotations.NullMarked;
