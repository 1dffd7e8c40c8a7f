/* Hold model by hand: a stable binary heap of events ordered by time, then by number, on one array of structures; each operation takes the next event out
   and puts one back an exponential time later. Prints seconds. cc -O3 -march=native hold.c -lm && ./a.out PENDING OPERATIONS SEED */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
static uint64_t s[4];
static inline uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
static inline uint64_t next(void) {
  uint64_t r = rotl(s[1] * 5, 7) * 9, t = s[1] << 17;
  s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = rotl(s[3], 45);
  return r;
}
static inline double uniform(void) { return ((next() >> 11) + 0.5) * 0x1p-53; }
static void seed(uint64_t x) {
  for (int i = 0; i < 4; i++) { x += 0x9e3779b97f4a7c15ull; uint64_t z = x;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull; z = (z ^ (z >> 27)) * 0x94d049bb133111ebull; s[i] = z ^ (z >> 31); }
}
typedef struct { double time; uint64_t number; int kind, subject; } Event;
static Event *heap;
static int size;
static uint64_t scheduled;

static inline int before(const Event *a, const Event *b) { return a->time < b->time || (a->time == b->time && a->number < b->number); }
static inline void push(Event e) {
  int i = size++;
  while (i) { int p = (i - 1) / 2; if (!before(&e, &heap[p])) break; heap[i] = heap[p]; i = p; }
  heap[i] = e;
}
static inline Event pop(void) {
  Event top = heap[0], e = heap[--size];
  int i = 0;
  for (;;) {
    int c = 2 * i + 1;
    if (c >= size) break;
    if (c + 1 < size && before(&heap[c + 1], &heap[c])) c++;
    if (!before(&heap[c], &e)) break;
    heap[i] = heap[c]; i = c;
  }
  heap[i] = e;
  return top;
}
int main(int argc, char **argv) {
  int pending = atoi(argv[1]), operations = atoi(argv[2]);
  seed(atoi(argv[3]));
  heap = malloc(sizeof(Event) * (pending + 1));
  for (int i = 0; i < pending; i++) push((Event){-log(uniform()), scheduled++, 0, i});
  struct timespec a, b; clock_gettime(CLOCK_MONOTONIC, &a);
  double now = 0;
  for (int i = 0; i < operations; i++) { Event e = pop(); now = e.time; push((Event){now - log(uniform()), scheduled++, 0, e.subject}); }
  clock_gettime(CLOCK_MONOTONIC, &b);
  printf("{\"seconds\": %.4f, \"now\": %g}\n", (b.tv_sec - a.tv_sec) + (b.tv_nsec - a.tv_nsec) * 1e-9, now);
}
