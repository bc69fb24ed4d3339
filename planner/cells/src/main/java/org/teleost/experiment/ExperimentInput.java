package org.teleost.experiment;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.teleost.experiment.cell.CellStore;

/** What a run of an experiment gets: the values of its options, its folder and the cells that are finished already. */
public final class ExperimentInput {
    private final List<ExperimentOption<?>> options;
    private final Map<String, Object> values;
    private final Path folder;
    private final CellStore cells;
    private final BooleanSupplier stop;

    private ExperimentInput(
            List<ExperimentOption<?>> options,
            Map<String, Object> values,
            Path folder,
            CellStore cells,
            BooleanSupplier stop) {
        this.options = options;
        this.values = values;
        this.folder = folder;
        this.cells = cells;
        this.stop = stop;
    }

    /**
     * All options at their defaults.
     *
     * @param folder where files go; exists
     * @param cells finished cells of an earlier run, if any
     * @param stop whether the user has asked to stop
     */
    public static ExperimentInput defaults(Experiment experiment, Path folder, CellStore cells, BooleanSupplier stop) {
        Map<String, Object> values = new HashMap<>();
        for (ExperimentOption<?> option : experiment.options()) {
            if (values.put(option.name(), option.defaultValue()) != null) {
                throw new IllegalArgumentException(
                        experiment.group() + " " + experiment.name() + " has two options --" + option.name());
            }
        }
        return new ExperimentInput(List.copyOf(experiment.options()), values, folder, cells, stop);
    }

    /**
     * A copy with another value of one option, read from text.
     *
     * @throws IllegalArgumentException if there is no such option or the text is not one of its values
     */
    public ExperimentInput with(String name, String text) {
        for (ExperimentOption<?> option : options) {
            if (option.name().equals(name)) {
                Map<String, Object> changed = new HashMap<>(values);
                changed.put(name, option.parse(text));
                return new ExperimentInput(options, changed, folder, cells, stop);
            }
        }
        throw new IllegalArgumentException("no option --" + name);
    }

    /** A copy with another store of cells. */
    public ExperimentInput with(CellStore store) {
        return new ExperimentInput(options, values, folder, store, stop);
    }

    /** The value of an option that the experiment lists. */
    @SuppressWarnings("unchecked")
    public <T> T value(ExperimentOption<T> option) {
        Object value = values.get(option.name());
        if (value == null) {
            throw new IllegalArgumentException("the experiment does not list its option --" + option.name());
        }
        return (T) value;
    }

    /** Text of every option that decides what a cell contains, by name and in order. */
    public Map<String, String> configuration() {
        Map<String, String> configuration = new LinkedHashMap<>();
        for (ExperimentOption<?> option : options) {
            if (option.fixed()) {
                configuration.put(option.name(), text(option));
            }
        }
        return configuration;
    }

    /** Text of every option, by name and in order. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        options.forEach(option -> settings.put(option.name(), text(option)));
        return settings;
    }

    private <T> String text(ExperimentOption<T> option) {
        return option.write(value(option));
    }

    /** Where files go. */
    public Path folder() {
        return folder;
    }

    /** Finished cells; those of an earlier run with the same configuration are in it. */
    public CellStore cells() {
        return cells;
    }

    /** True once the user has asked to stop; look often enough that stopping takes a second at most. */
    public boolean stopRequested() {
        return stop.getAsBoolean();
    }
}
