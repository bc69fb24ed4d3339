package org.teleost.leaf;

/** The parts that an action id is a tuple of, the last counting fastest. Immutable. */
public record ActionParts(int[] sizes, int[] strides) {

    public static ActionParts of(int[] sizes) {
        int[] strides = new int[sizes.length];
        int stride = 1;
        for (int part = sizes.length - 1; part >= 0; part--) {
            strides[part] = stride;
            stride *= sizes[part];
        }
        return new ActionParts(sizes.clone(), strides);
    }

    public int count() {
        return sizes.length;
    }

    public int size(int part) {
        return sizes[part];
    }

    public int stride(int part) {
        return strides[part];
    }

    /** Where a table with a row per value of each part has its first row of each part; and at last its size. */
    public int[] firstRows() {
        int[] first = new int[sizes.length + 1];
        for (int part = 0; part < sizes.length; part++) {
            first[part + 1] = first[part] + sizes[part];
        }
        return first;
    }

    /** Rows of such a table: the values of all parts together. */
    public int rows() {
        return firstRows()[sizes.length];
    }

    /** Value of one part of an action. */
    public int value(int part, int action) {
        return action / strides[part] % sizes[part];
    }
}
