package org.teleost.experiment.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    private static final List<String> KEYS =
            IntStream.range(0, 13).mapToObj(i -> "cell " + i).toList();

    private static boolean run(CellStore store) {
        return CellRun.run(
                KEYS, 2, store, () -> false, (key, monitor) -> Optional.of(Cell.of(key)), (cell, earlier) -> {});
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 13, 20})
    void everyCellBelongsToOnePart(int parts) {
        List<String> all = new ArrayList<>();
        for (int part = 1; part <= parts; part++) {
            CellStore store = CellStore.inMemory();
            assertThat(run(store.shared(new Shard(part, parts)))).isEqualTo(parts == 1);
            store.all().forEach(cell -> all.add(cell.key()));
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(KEYS);
    }

    @Test
    void aPartThatFindsTheOthersCellsHasAll() {
        CellStore store = CellStore.inMemory();
        assertThat(run(store.shared(new Shard(1, 2)))).isFalse();
        assertThat(run(store.shared(new Shard(2, 2)))).isTrue();
    }

    @Test
    void namesAndTextsAreReadBack() {
        Shard shard = Shard.parse("3/16", Map.of());
        assertThat(shard).isEqualTo(new Shard(3, 16));
        assertThat(Shard.named(shard.name())).isEqualTo(shard);
        assertThat(Shard.named("shard-3-of-16.old")).isNull();
        assertThat(shard.own(KEYS)).containsExactly("cell 2");
        assertThat(IntStream.range(0, 40).filter(shard::owns)).containsExactly(2, 18, 34);
    }

    @ParameterizedTest
    @CsvSource({"0,0,3,1", "2,0,3,3", "1,1,3,1", "14,10,3,3"})
    void slurmCountsFromAnyNumber(String id, String first, String count, int part) {
        Map<String, String> environment = Map.of(
                "SLURM_ARRAY_TASK_ID", id,
                "SLURM_ARRAY_TASK_MIN", first,
                "SLURM_ARRAY_TASK_STEP", id.equals("14") ? "2" : "1",
                "SLURM_ARRAY_TASK_COUNT", count);
        assertThat(Shard.parse("auto", environment)).isEqualTo(new Shard(part, 3));
    }

    @Test
    void kubernetesCountsFromZeroAndDoesNotSayOfHowMany() {
        Map<String, String> environment = Map.of("JOB_COMPLETION_INDEX", "4");
        assertThat(Shard.parse("auto/5", environment)).isEqualTo(new Shard(5, 5));
        assertThatThrownBy(() -> Shard.parse("auto", environment)).hasMessageContaining("--shard auto/N");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0/4|K=0; allowed range 1 to 4, a job array that counts from 0 adds 1, or says --shard auto/4",
                "5/4|K=5; allowed range 1 to 4",
                "1/0|N=0; allowed range 1 to 100000",
                "1/100001|N=100001; allowed range 1 to 100000",
                "3|doesn't say of how many",
                "a/b|--shard 'a/b' is no part; write K/N",
                "auto|neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX is set"
            })
    void whatIsNoPartIsRefused(String text, String message) {
        assertThatThrownBy(() -> Shard.parse(text, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aJobArrayThatContradictsItselfIsRefused() {
        Map<String, String> environment = Map.of("SLURM_ARRAY_TASK_ID", "x", "SLURM_ARRAY_TASK_COUNT", "3");
        assertThatThrownBy(() -> Shard.parse("auto", environment)).hasMessageContaining("SLURM_ARRAY_TASK_ID='x'");
        assertThatThrownBy(() -> Shard.parse("auto/4", environment)).hasMessageContaining("SLURM_ARRAY_TASK_COUNT=3");
    }
}
