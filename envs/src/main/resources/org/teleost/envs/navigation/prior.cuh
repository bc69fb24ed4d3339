/* What is known of the map before the first step: the twin of MapPrior.java and BernoulliBits.java. */

/* 64 independent bits of probability OBSTACLE_DIGITS / 2^64 each, drawn digit by digit; bits not wanted are 0 */
TELEOST_DEVICE static inline uint64_t prior_draw_obstacles(uint64_t wanted, Stream* r) {
  uint64_t result = 0;
  uint64_t undecided = wanted;
  for (uint64_t rest = OBSTACLE_DIGITS; undecided != 0 && rest != 0; rest <<= 1) {
    uint64_t random = stream_next_long(r);
    if ((int64_t)rest < 0) {
      result |= undecided & ~random;
      undecided &= random;
    } else {
      undecided &= ~random;
    }
  }
  return result;
}

TELEOST_DEVICE static inline uint64_t prior_unseen_unknown(const int* lanes, int word) {
  return (uint32_t)(tables.unknown[word] & ~lanes[SEEN + word]);
}

TELEOST_DEVICE static inline void prior_replace_unseen(int* lanes, int word, uint32_t drawn, int gate) {
  int known = lanes[SEEN + word];
  int map = (lanes[MAP + word] & known) | ((tables.fixed[word] | (int)drawn) & ~known);
  lanes[MAP + word] = map & ~tables.open[WORDS * gate + word];
}

/* redraws from the prior every cell that is not marked as seen, and the gate if nothing that depends on it is */
TELEOST_DEVICE static inline void prior_redraw_unseen(int* lanes, Stream* r) {
  int gate_seen = 0;
  for (int word = 0; word < WORDS; word++) {
    gate_seen |= lanes[SEEN + word] & (tables.open[word] | tables.open[WORDS + word]);
  }
  int gate = gate_seen != 0 ? (int)grid_is_obstacle(lanes, FIRST_GATE) : (int)(stream_next_long(r) >> 63);
  for (int word = 0; word < WORDS; word += 2) {
    bool pair = word + 1 < WORDS;
    uint64_t wanted = prior_unseen_unknown(lanes, word) | (pair ? prior_unseen_unknown(lanes, word + 1) << 32 : 0);
    uint64_t drawn = prior_draw_obstacles(wanted, r);
    prior_replace_unseen(lanes, word, (uint32_t)drawn, gate);
    if (pair) {
      prior_replace_unseen(lanes, word + 1, (uint32_t)(drawn >> 32), gate);
    }
  }
}
