/** 表格: tables of data read from CSV, with every fault of every cell told at once. */
@NullMarked
package xiezhi.shared.csv;

import org.jspecify.annotations.NullMarked;
