package org.teleost.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.random.RandomStream;

/** The open-addressing table against a HashMap. */
class IdTableTest {
    private record Key(int parent, long value) {}

    private static final class Ids implements IdTable.Keys {
        private final int[] parents;
        private final long[] values;
        private final IdTable table;
        private final Map<Key, Integer> twin = new HashMap<>();

        Ids(int capacity) {
            parents = new int[capacity];
            values = new long[capacity];
            table = new IdTable(capacity, this);
        }

        @Override
        public int parent(int id) {
            return parents[id];
        }

        @Override
        public long value(int id) {
            return values[id];
        }

        void findOrAdd(int parent, long value) {
            Key key = new Key(parent, value);
            assertThat(table.find(parent, value)).isEqualTo(twin.getOrDefault(key, -1));
            if (!twin.containsKey(key)) {
                int id = twin.size();
                parents[id] = parent;
                values[id] = value;
                twin.put(key, id);
                table.insert(id);
            }
        }

        void clear() {
            table.clear(twin.size());
            twin.clear();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6, 13, 207, 1024, 1025, 4098, 20_000})
    void findsWhatAHashMapFindsUpToFullCapacity(int capacity) {
        Ids ids = new Ids(capacity);
        RandomStream stream = new RandomStream(capacity);
        for (int round = 0; round < 3; round++) {
            ids.clear();
            int room = round == 0 ? capacity : 1 + stream.nextInt(capacity);
            ids.table.ensure(room, 0);
            while (ids.twin.size() < room) {
                ids.findOrAdd(stream.nextInt(room), stream.nextInt(7) - 3L);
            }
            ids.twin.forEach((key, id) ->
                    assertThat(ids.table.find(key.parent(), key.value())).isEqualTo(id));
            assertThat(ids.table.find(room, 0)).isEqualTo(-1);
        }
    }

    @Test
    void growingKeepsEveryId() {
        Ids ids = new Ids(40_000);
        for (int i = 0; i < 40_000; i++) {
            ids.table.ensure(i + 1, i);
            ids.findOrAdd(i / 3, i % 3);
        }
        ids.twin.forEach((key, id) ->
                assertThat(ids.table.find(key.parent(), key.value())).isEqualTo(id));
    }

    @Test
    void everyBitOfAKeyCounts() {
        Ids ids = new Ids(200);
        ids.table.ensure(200, 0);
        for (int bit = 0; bit < 64; bit++) {
            ids.findOrAdd(0, 1L << bit);
            ids.findOrAdd(1, 1L << bit);
        }
        for (int bit = 1; bit < 31; bit++) {
            ids.findOrAdd(1 << bit, 0L);
        }
        ids.findOrAdd(0, 16_777_216L);
        ids.findOrAdd(0, 16_777_217L);
        assertThat(ids.twin).hasSize(64 + 64 + 30 + 1);
        ids.findOrAdd(0, Double.doubleToLongBits(0.0));
        ids.findOrAdd(0, Double.doubleToLongBits(-0.0));
        assertThat(ids.twin).hasSize(160);
    }

    @Test
    void aClearedTableIsEmptyAtEverySizeItHadBefore() {
        Ids ids = new Ids(10_000);
        for (int size : new int[] {10_000, 3, 5_000, 1, 1, 1, 1, 10_000}) {
            ids.clear();
            ids.table.ensure(size, 0);
            for (int i = 0; i < size; i++) {
                ids.findOrAdd(i, -i);
            }
            assertThat(ids.twin).hasSize(size);
        }
    }
}
