/** One open stream. `cursor` is the volgnummer of the last live event that was sent to it, Infinity until that is known. */
export type LiveSubscriber = {
  burgerId: string
  sessieId: string
  cursor: number
  send(chunk: Uint8Array): void
  end(): void
}

/** One of `of` parts, by number from 0. */
export type Part = { part: number; of: number }

/** The streams of one process, so that no look-up goes over all of them. */
export class OpenStreams {
  readonly #numbers = new Map<LiveSubscriber, number>()
  readonly #byBurger = new Map<string, Set<LiveSubscriber>>()
  readonly #bySessie = new Map<string, Set<LiveSubscriber>>()
  #next = 0

  get size(): number {
    return this.#numbers.size
  }

  add(subscriber: LiveSubscriber): void {
    this.#numbers.set(subscriber, this.#next++)
    addTo(this.#byBurger, subscriber.burgerId, subscriber)
    addTo(this.#bySessie, subscriber.sessieId, subscriber)
  }

  remove(subscriber: LiveSubscriber): void {
    this.#numbers.delete(subscriber)
    removeFrom(this.#byBurger, subscriber.burgerId, subscriber)
    removeFrom(this.#bySessie, subscriber.sessieId, subscriber)
  }

  burgerIds(): string[] {
    return [...this.#byBurger.keys()]
  }

  ofBurger(burgerId: string): ReadonlySet<LiveSubscriber> {
    return this.#byBurger.get(burgerId) ?? new Set()
  }

  ofSessie(sessieId: string): ReadonlySet<LiveSubscriber> {
    return this.#bySessie.get(sessieId) ?? new Set()
  }

  /** A stream stays in its part. */
  part({ part, of }: Part): LiveSubscriber[] {
    return [...this.#numbers].flatMap(([subscriber, number]) => (number % of === part ? subscriber : []))
  }
}

function addTo(sets: Map<string, Set<LiveSubscriber>>, key: string, subscriber: LiveSubscriber): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(subscriber))
}

function removeFrom(sets: Map<string, Set<LiveSubscriber>>, key: string, subscriber: LiveSubscriber): void {
  const set = sets.get(key)
  set?.delete(subscriber)
  if (set?.size === 0) sets.delete(key)
}
