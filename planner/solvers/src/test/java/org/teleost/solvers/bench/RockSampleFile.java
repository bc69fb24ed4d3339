package org.teleost.solvers.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * RockSample(n, k) (Smith and Simmons 2004) as POMDPX of one robot and k rocks, with the half-efficiency distance 20.
 * Rocks lie on a diagonal. For people: {@code java -cp ... org.teleost.solvers.bench.RockSampleFile N K OUT.pomdpx}.
 */
public final class RockSampleFile {
    private static final String[] MOVES = {"north", "south", "east", "west"};

    private final int size;
    private final int rocks;
    private final StringBuilder text = new StringBuilder();

    private RockSampleFile(int size, int rocks) {
        this.size = size;
        this.rocks = rocks;
    }

    public static void main(String[] arguments) throws IOException {
        String text = of(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        Files.writeString(Path.of(arguments[2]), text);
    }

    /** The file's text. */
    public static String of(int size, int rocks) {
        RockSampleFile file = new RockSampleFile(size, rocks);
        file.variables();
        file.start();
        file.transitions();
        file.observations();
        file.rewards();
        return file.text.append("</pomdpx>\n").toString();
    }

    private int rockCell(int rock) {
        return rock % size * size + (rock * 2 + 1) % size;
    }

    private void variables() {
        text.append("""
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <pomdpx version="0.1" id="rocks">
                <Discount>0.95</Discount>
                <Variable>
                <StateVar vnamePrev="robot_0" vnameCurr="robot_1" fullyObs="true"><ValueEnum>""");
        for (int cell = 0; cell < size * size; cell++) {
            text.append("c").append(cell).append(' ');
        }
        text.append("out</ValueEnum></StateVar>\n");
        for (int r = 0; r < rocks; r++) {
            text.append("<StateVar vnamePrev=\"rock" + r + "_0\" vnameCurr=\"rock" + r
                    + "_1\"><ValueEnum>good bad</ValueEnum></StateVar>\n");
        }
        text.append("<ObsVar vname=\"sensor\"><ValueEnum>good bad</ValueEnum></ObsVar>\n"
                + "<ActionVar vname=\"act\"><ValueEnum>north south east west sample");
        for (int r = 0; r < rocks; r++) {
            text.append(" check").append(r);
        }
        text.append("</ValueEnum></ActionVar>\n<RewardVar vname=\"reward rover\"/>\n</Variable>\n");
    }

    private void prob(String variable, String parents) {
        text.append("<CondProb><Var>" + variable + "</Var><Parent>" + parents + "</Parent><Parameter>\n");
    }

    private void entry(String instance, String values) {
        text.append("<Entry><Instance>" + instance + "</Instance><ProbTable>" + values + "</ProbTable></Entry>\n");
    }

    private void end() {
        text.append("</Parameter></CondProb>\n");
    }

    private void start() {
        text.append("<InitialStateBelief>\n");
        prob("robot_0", "null");
        entry("c" + size / 2 * size, "1");
        end();
        for (int r = 0; r < rocks; r++) {
            prob("rock" + r + "_0", "null");
            entry("-", "uniform");
            end();
        }
        text.append("</InitialStateBelief>\n");
    }

    private void transitions() {
        text.append("<StateTransitionFunction>\n");
        prob("robot_1", "act robot_0");
        entry("* - -", "identity");
        for (int cell = 0; cell < size * size; cell++) {
            for (int m = 0; m < MOVES.length; m++) {
                entry(MOVES[m] + " c" + cell + " -", oneHot(next(cell, m), size * size + 1));
            }
        }
        end();
        for (int r = 0; r < rocks; r++) {
            prob("rock" + r + "_1", "act robot_0 rock" + r + "_0");
            entry("* * - -", "identity");
            entry("sample c" + rockCell(r) + " * -", "0 1");
            end();
        }
        text.append("</StateTransitionFunction>\n");
    }

    private int next(int cell, int move) {
        int row = cell / size;
        int column = cell % size;
        return switch (move) {
            case 0 -> Math.max(0, row - 1) * size + column;
            case 1 -> Math.min(size - 1, row + 1) * size + column;
            case 2 -> column == size - 1 ? size * size : cell + 1;
            default -> row * size + Math.max(0, column - 1);
        };
    }

    private static String oneHot(int at, int count) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < count; i++) {
            row.append(i == at ? "1 " : "0 ");
        }
        return row.toString();
    }

    private void observations() {
        text.append("<ObsFunction>\n");
        StringBuilder parents = new StringBuilder("act robot_1");
        for (int r = 0; r < rocks; r++) {
            parents.append(" rock").append(r).append("_1");
        }
        prob("sensor", parents.toString());
        entry("* *" + " *".repeat(rocks) + " -", "1 0");
        for (int r = 0; r < rocks; r++) {
            for (int cell = 0; cell < size * size; cell++) {
                int far = rockCell(r);
                double distance = Math.hypot(cell / size - far / size, cell % size - far % size);
                double right = 0.5 + 0.5 * Math.pow(2.0, -distance / 20.0);
                String head = "check" + r + " c" + cell + " *".repeat(r) + " - " + "* ".repeat(rocks - 1 - r) + "-";
                entry(head, right + " " + (1.0 - right) + " " + (1.0 - right) + " " + right);
            }
        }
        end();
        text.append("</ObsFunction>\n");
    }

    private void value(String instance, String value) {
        text.append("<Entry><Instance>" + instance + "</Instance><ValueTable>" + value + "</ValueTable></Entry>\n");
    }

    private void rewards() {
        text.append("<RewardFunction>\n<Func><Var>reward rover</Var><Parent>act robot_0</Parent><Parameter>\n");
        for (int row = 0; row < size; row++) {
            value("east c" + (row * size + size - 1), "10");
        }
        value("sample *", "-100");
        value("sample out", "0");
        for (int r = 0; r < rocks; r++) {
            value("sample c" + rockCell(r), "0");
        }
        text.append("</Parameter></Func>\n");
        for (int r = 0; r < rocks; r++) {
            text.append("<Func><Var>reward rover</Var><Parent>act robot_0 rock" + r + "_0</Parent><Parameter>\n");
            value("sample c" + rockCell(r) + " -", "10 -10");
            text.append("</Parameter></Func>\n");
        }
        text.append("</RewardFunction>\n");
    }
}
