/* Hold model by hand: a stable binary heap of events ordered by time, then by number, on one array of structures; each operation takes the next event out
   and puts one back an exponential time later. Prints seconds. cc -O3 -march=native hold.c -lm && ./a.out PENDING OPERATIONS SEED */
#include "random.h"

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
  for (int i = 0; i < pending; i++) push((Event){expo(1), scheduled++, 0, i});
  struct timespec a, b; clock_gettime(CLOCK_MONOTONIC, &a);
  double now = 0;
  for (int i = 0; i < operations; i++) { Event e = pop(); now = e.time; push((Event){now + expo(1), scheduled++, 0, e.subject}); }
  clock_gettime(CLOCK_MONOTONIC, &b);
  printf("{\"seconds\": %.4f, \"now\": %g}\n", (b.tv_sec - a.tv_sec) + (b.tv_nsec - a.tv_nsec) * 1e-9, now);
}
