/** What every module's HTTP operations share: errors, pages, answers given once. */
@NullMarked
package xiezhi.shared.web;

import org.jspecify.annotations.NullMarked;
