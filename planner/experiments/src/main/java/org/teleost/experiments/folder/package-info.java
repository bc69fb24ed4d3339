/**
 * Folders of results: who may write one, what becomes of what is there ({@link ResultFolder}), the finished cells of an
 * experiment ({@link CellLog}), tables that grow row by row ({@link RowLog}), and the joining of shards.
 */
package org.teleost.experiments.folder;
