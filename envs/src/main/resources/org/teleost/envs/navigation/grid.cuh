/* Bit layout of the map and the robot's neighbourhood: the twin of Grid.java. */

#define ROBOT 0
#define MAP 1
#define WORDS 7
#define SEEN (MAP + WORDS)
#define STAY 8
#define GRID_SIZE 13
#define STRIDE 14
#define ROW_0 (0x1FFF << 15)

/* the 8 neighbour bits of a window that starts at the north-west neighbour */
TELEOST_DEVICE static inline int grid_gather(uint32_t window) {
  return (int)((window & 7) | (window >> 11 & 8) | (window >> 12 & 16) | (window >> 23 & 0xE0));
}

/* the 8 neighbour bits of a position in the map of the state */
TELEOST_DEVICE static inline int grid_neighbours(const int* lanes, int position) {
  int start = position - 15;
  int word = MAP + (start >> 5);
  uint64_t pair = (uint64_t)(uint32_t)lanes[word] | (uint64_t)(uint32_t)lanes[word + 1] << 32;
  return grid_gather((uint32_t)(pair >> (start & 31)));
}

/* marks the 3 x 3 block around a position as seen */
TELEOST_DEVICE static inline void grid_see_block(int* lanes, int position) {
  int start = position - 15;
  int word = SEEN + (start >> 5);
  uint64_t block = (7ULL | 7ULL << 14 | 7ULL << 28) << (start & 31);
  lanes[word] |= (int)(uint32_t)block;
  lanes[word + 1] |= (int)(uint32_t)(block >> 32);
}

TELEOST_DEVICE static inline bool grid_is_obstacle(const int* lanes, int position) {
  return ((uint32_t)lanes[MAP + (position >> 5)] >> (position & 31) & 1) != 0;
}
