package org.glissade.cpu;

/**
 * Where the values of an instruction go.
 *
 * @param value the number of the instruction
 * @param offset of element 0 in the cell
 * @param flat whether element i is written at index i, as all that a sweep touches
 */
record Target(int value, Cell cell, int offset, boolean flat) {}
