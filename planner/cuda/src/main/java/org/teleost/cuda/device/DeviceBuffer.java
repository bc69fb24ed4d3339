package org.teleost.cuda.device;

/**
 * A piece of device memory.
 *
 * @param address where it begins in the device's address space
 */
public record DeviceBuffer(long address, long bytes) {
    /** Checks that a transfer lies inside. */
    public void check(long offset, long count) {
        if (offset < 0 || count < 0 || offset + count > bytes) {
            throw new IndexOutOfBoundsException(
                    "transfer of bytes=" + count + " at offset=" + offset + " in a buffer of bytes=" + bytes);
        }
    }
}
