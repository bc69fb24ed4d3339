/* Breadth-first search from the goal on a bitboard of 192 bits: the twin of ShortestPath.java. */

#define PATH_SHIFT 14

/* bits 14 to 77 of the 96 bits (low, middle, high) */
TELEOST_DEVICE static inline uint64_t path_word(int low, int middle, int high) {
  return (uint64_t)((uint32_t)low >> PATH_SHIFT) | (uint64_t)(uint32_t)middle << (32 - PATH_SHIFT) |
         (uint64_t)(uint32_t)high << (64 - PATH_SHIFT);
}

TELEOST_DEVICE static inline uint64_t path_bit(int position, int word) {
  int index = position - PATH_SHIFT - 64 * word;
  return (uint32_t)index >> 6 == 0 ? 1ULL << index : 0;
}

/* 32 bits from `start` on, which may lie up to 14 bits before the first word */
TELEOST_DEVICE static inline uint32_t path_window(uint64_t word0, uint64_t word1, uint64_t word2, int start) {
  if (start < 0) {
    return (uint32_t)(word0 << -start);
  }
  int word = start >> 6;
  uint64_t low = word == 0 ? word0 : word == 1 ? word1 : word2;
  uint64_t high = word == 0 ? word1 : word == 1 ? word2 : 0;
  int shift = start & 63;
  return (uint32_t)(low >> shift | high << 1 << (63 - shift));
}

/* length * 256 + 8 bits of first actions of the shortest paths to the goal, -1 without a path, 0 at the goal */
TELEOST_DEVICE static inline int path_search(const int* lanes, int position) {
  if (position == GOAL) {
    return 0;
  }
  const int* map = lanes + MAP;
  const uint64_t free0 = (uint64_t)tables.board[0] & ~path_word(map[0], map[1], map[2]);
  const uint64_t free1 = (uint64_t)tables.board[1] & ~path_word(map[2], map[3], map[4]);
  const uint64_t free2 = (uint64_t)tables.board[2] & ~path_word(map[4], map[5], map[6]);
  const uint64_t robot0 = path_bit(position, 0);
  const uint64_t robot1 = path_bit(position, 1);
  const uint64_t robot2 = path_bit(position, 2);
  uint64_t set0 = path_bit(GOAL, 0);
  uint64_t set1 = path_bit(GOAL, 1);
  uint64_t set2 = path_bit(GOAL, 2);
  for (int length = 1;; length++) {
    /* east and west, then north and south; bits cross the ends of the words */
    uint64_t wide0 = set0 | set0 << 1 | set0 >> 1 | set1 << 63;
    uint64_t wide1 = set1 | set1 << 1 | set1 >> 1 | set0 >> 63 | set2 << 63;
    uint64_t wide2 = set2 | set2 << 1 | set2 >> 1 | set1 >> 63;
    uint64_t next0 = (wide0 | wide0 << 14 | wide0 >> 14 | wide1 << 50) & free0;
    uint64_t next1 = (wide1 | wide1 << 14 | wide1 >> 14 | wide0 >> 50 | wide2 << 50) & free1;
    uint64_t next2 = (wide2 | wide2 << 14 | wide2 >> 14 | wide1 >> 50) & free2;
    if (((next0 & robot0) | (next1 & robot1) | (next2 & robot2)) != 0) {
      return length << 8 | grid_gather(path_window(set0, set1, set2, position - 15 - PATH_SHIFT));
    }
    if (((next0 ^ set0) | (next1 ^ set1) | (next2 ^ set2)) == 0) {
      return -1;
    }
    set0 = next0;
    set1 = next1;
    set2 = next2;
  }
}
