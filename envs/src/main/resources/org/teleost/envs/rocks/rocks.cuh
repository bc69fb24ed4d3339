/*
 * The rock field: the twin of RockMap.java and RockOdds.java. Constants such as ROCKS, GONE and
 * ROVERS and the tables of the map come from there; a rover's actions are those of the map.
 */

#define EAST 0
#define NORTH 1
#define SOUTH 2
#define WEST 3
#define SAMPLE 4
#define SENSE 5

#define SEEN_NONE 0
#define SEEN_BAD 1
#define SEEN_GOOD 2

TELEOST_DEVICE static inline bool rock_is_good(const State* s, int rock) {
  return ((uint32_t)s->ints[FIRST_ROCK_LANE + (rock >> 5)] >> (rock & 31) & 1) != 0;
}

TELEOST_DEVICE static inline void rock_set_bad(State* s, int rock) {
  s->ints[FIRST_ROCK_LANE + (rock >> 5)] &= (int)~(1U << (rock & 31));
}

/* fair bits for all rocks, 32 to a lane */
TELEOST_DEVICE static inline void rocks_draw(State* s, Stream* r) {
  for (int first = 0; first < ROCKS; first += 32) {
    int count = tl_min_int(32, ROCKS - first);
    s->ints[FIRST_ROCK_LANE + (first >> 5)] = (int)(uint32_t)(stream_next_long(r) >> (64 - count));
  }
}

TELEOST_DEVICE static inline bool rover_may(int cell, int action) {
  if (cell == GONE) {
    return action == EAST;
  }
  if (action < SAMPLE) {
    return tables.next[4 * cell + action] != cell;
  }
  return action != SAMPLE || tables.rockAt[cell] >= 0;
}

TELEOST_DEVICE static inline double sensor_log_likelihood(int cell, int rock, bool right) {
  return right ? tables.logRight[cell * ROCKS + rock] : tables.logWrong[cell * ROCKS + rock];
}

/* 1 / (1 + exp(-logOdds)) */
TELEOST_DEVICE static inline double odds_probability(double log_odds) { return 1.0 / (1.0 + tl_exp(-log_odds)); }

/* the same from a table with linear interpolation */
TELEOST_DEVICE static inline float odds_quick_probability(float log_odds) {
  if (log_odds <= -LOGISTIC_LIMIT) {
    return 0.0f;
  }
  if (log_odds >= LOGISTIC_LIMIT) {
    return 1.0f;
  }
  float place = (log_odds + LOGISTIC_LIMIT) * LOGISTIC_PER_UNIT;
  int i = (int)place;
  float low = tables.logistic[i];
  return low + (place - i) * (tables.logistic[i + 1] - low);
}

TELEOST_DEVICE static inline void odds_initialise(float* history) {
  for (int rover = 0; rover < ROVERS; rover++) {
    history[rover] = (float)tables.startCell[rover];
  }
  for (int rock = 0; rock < ROCKS; rock++) {
    history[ROVERS + rock] = 0.0f;
  }
}

TELEOST_DEVICE static inline void odds_sampled(float* history, int cell) {
  int rock = tables.rockAt[cell];
  if (rock >= 0) {
    history[ROVERS + rock] = KNOWN_BAD;
  }
}

TELEOST_DEVICE static inline void odds_sensed(float* history, int cell, int rock, bool good) {
  float old = history[ROVERS + rock];
  float gain = tables.evidence[cell * ROCKS + rock];
  if (gain == TL_FLOAT_INFINITY) {
    history[ROVERS + rock] = good ? KNOWN_GOOD : KNOWN_BAD;
  } else if (old > KNOWN_BAD && old < KNOWN_GOOD) {
    float sum = good ? old + gain : old - gain;
    history[ROVERS + rock] = tl_max_float(-ODDS_LIMIT, tl_min_float(ODDS_LIMIT, sum));
  }
}

/* redraws the rock bits independently from the marginals */
TELEOST_DEVICE static inline void odds_redraw(State* s, Stream* r) {
  uint32_t bits = 0;
  for (int i = 0; i < ROCKS; i++) {
    float log_odds = s->history[ROVERS + i];
    double good = log_odds <= KNOWN_BAD ? 0.0 : log_odds >= KNOWN_GOOD ? 1.0 : odds_probability(log_odds);
    bits |= (stream_next_double(r) < good ? 1U : 0U) << (i & 31);
    if ((i & 31) == 31 || i == ROCKS - 1) {
      s->ints[FIRST_ROCK_LANE + (i >> 5)] = (int)bits;
      bits = 0;
    }
  }
}
