package org.teleost.cuda.gpu;

/** Asks a driver for its GPU once, when somebody wants to know: a driver does not appear while a program runs. */
public final class GpuLookup {
    private final GpuDriver driver;
    private GpuSearch search;

    public GpuLookup(GpuDriver driver) {
        this.driver = driver;
    }

    GpuDriver driver() {
        return driver;
    }

    synchronized GpuSearch search() {
        if (search == null) {
            search = GpuSearch.of(driver);
        }
        return search;
    }
}
