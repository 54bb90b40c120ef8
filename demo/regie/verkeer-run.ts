import { availableParallelism } from 'node:os'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { percentiles } from '../../tools/load/at-rate.ts'
import { cpuMs } from '../../tools/load/cpu.ts'
import { type Meting, SHOWN_METINGEN, type VerkeerStand } from '../stage/verkeer.ts'

/** The traffic ends by itself this long after the rate was last set. */
const LASTS_MS = 2 * MINUTE_MS
const TICK_MS = 20
/** The number of pending events to look up at once, oldest first. */
const LOOKED_FOR = 2_000

/** `liveMs`: from commit until an open page has the message; rejects when it never comes. */
type Made = { gebeurtenisId: string; committedAt: number; liveMs: Promise<number> }

type Parts = {
  /** makes a change; `undefined` when too many are in flight */
  change(): Promise<Made> | undefined
  /** the arrived events with their times; rejects while the portal's database is down */
  findReceived(ids: string[]): Promise<{ id: string; ontvangenOp: Date }[]>
  /** releases the resources of the measurement */
  close(): void
  pids(): Record<string, number | undefined>
  /** false when no page polls any more, so the traffic ends */
  isWatched(): boolean
}

const newSecond = () => ({
  since: performance.now(),
  gemaakt: 0,
  totOntvangst: [] as number[],
  totPagina: [] as number[],
})

/** Traffic, from its start until the portal received every event. */
export class VerkeerRun {
  readonly #parts: Parts
  #perSeconde = 0
  #endsAt = 0
  #owedSince = performance.now()
  #owed = 0
  readonly #totals = { gemaakt: 0, mislukt: 0, ontvangen: 0, gezien: 0 }
  /** commit times of the events not known to have arrived */
  readonly #underWay = new Map<string, number>()
  readonly #metingen: Meting[] = []
  #second = newSecond()
  /** snapshot of the last lookup: newer events may have arrived already */
  #counted = this.#count()
  #cpu: Record<string, number>
  #isMeasuring = false
  #isOver = false
  readonly #timers: NodeJS.Timeout[]

  constructor(parts: Parts) {
    this.#parts = parts
    this.#cpu = this.#readCpu()
    this.#timers = [setInterval(() => this.#tick(), TICK_MS), setInterval(() => void this.#measure(), SECOND_MS)]
  }

  /** Stops making changes and looking up events. */
  get isOver(): boolean {
    return this.#isOver
  }

  get #isOn(): boolean {
    return this.#perSeconde > 0
  }

  set(perSeconde: number): void {
    this.#perSeconde = perSeconde
    this.#endsAt = Date.now() + LASTS_MS
  }

  stand(): VerkeerStand {
    return {
      perSeconde: this.#perSeconde,
      eindigtOp: this.#isOn ? new Date(this.#endsAt).toISOString() : null,
      ...(this.#isOn ? this.#counted : this.#count()),
      kernen: availableParallelism(),
      metingen: this.#metingen,
    }
  }

  #count() {
    return { ...this.#totals, wachtrij: this.#underWay.size }
  }

  stop(): void {
    this.#isOver = true
    for (const timer of this.#timers) clearInterval(timer)
    this.#parts.close()
  }

  #tick(): void {
    if (this.#isOn && (Date.now() > this.#endsAt || !this.#parts.isWatched())) this.#perSeconde = 0
    const now = performance.now()
    this.#owed += ((now - this.#owedSince) / SECOND_MS) * this.#perSeconde
    this.#owedSince = now
    for (; this.#owed >= 1; this.#owed--) {
      const made = this.#parts.change()
      if (made)
        made.then(
          (one) => this.#follow(one),
          () => this.#totals.mislukt++,
        )
      // A change that cannot be made in time is skipped, so the rate shows as lower than requested.
      else this.#owed = 0
    }
  }

  #follow({ gebeurtenisId, committedAt, liveMs }: Made): void {
    this.#underWay.set(gebeurtenisId, committedAt)
    this.#totals.gemaakt++
    this.#second.gemaakt++
    liveMs.then(
      (ms) => {
        this.#totals.gezien++
        this.#second.totPagina.push(ms)
      },
      () => {},
    )
  }

  /**
   * Looks up the received events and records the second. Ends itself when nothing is pending or no page
   * polls.
   */
  async #measure(): Promise<void> {
    if (this.#isMeasuring) return
    this.#isMeasuring = true
    await this.#findReceived().catch(() => {}) // while the portal's database is down nothing counts as received
    this.#counted = this.#count()
    const ended = this.#second
    const seconds = (performance.now() - ended.since) / SECOND_MS
    this.#second = newSecond()
    const perSecond = (count: number) => Math.round(count / seconds)
    this.#metingen.push({
      op: new Date().toISOString(),
      gemaakt: perSecond(ended.gemaakt),
      ontvangen: perSecond(ended.totOntvangst.length),
      gezien: perSecond(ended.totPagina.length),
      wachtrij: this.#underWay.size,
      totOntvangst: percentielen(ended.totOntvangst),
      totPagina: percentielen(ended.totPagina),
      cpu: this.#measureCpu(seconds),
    })
    if (this.#metingen.length > SHOWN_METINGEN) this.#metingen.shift()
    this.#isMeasuring = false
    const { gemaakt, gezien } = this.#totals
    if (!this.#isOn && (gezien === gemaakt || !this.#parts.isWatched()) && this.#underWay.size === 0) this.stop()
  }

  async #findReceived(): Promise<void> {
    const ids = [...this.#underWay.keys()].slice(0, LOOKED_FOR)
    if (ids.length === 0) return
    for (const { id, ontvangenOp } of await this.#parts.findReceived(ids)) {
      this.#second.totOntvangst.push(Math.max(0, ontvangenOp.getTime() - (this.#underWay.get(id) ?? 0)))
      this.#underWay.delete(id)
      this.#totals.ontvangen++
    }
  }

  #readCpu(): Record<string, number> {
    const pids = Object.entries(this.#parts.pids())
    return Object.fromEntries(pids.map(([name, pid]) => [name, pid ? cpuMs(pid) : Number.NaN]))
  }

  #measureCpu(seconds: number): Record<string, number> {
    const before = this.#cpu
    this.#cpu = this.#readCpu()
    return Object.fromEntries(
      Object.entries(this.#cpu).flatMap(([name, ms]) => {
        const percent = Math.round((ms - (before[name] ?? Number.NaN)) / seconds / 10)
        // a restarted process has no earlier reading to compare with
        return percent >= 0 ? [[name, percent]] : []
      }),
    )
  }
}

function percentielen(values: number[]): Meting['totOntvangst'] {
  if (values.length === 0) return null
  const { p50, p95 } = percentiles(values)
  return { p50: Math.round(p50), p95: Math.round(p95) }
}
