import { availableParallelism } from 'node:os'
import { type Meting, SHOWN_METINGEN, type VerkeerStand } from '#lib/demo/verkeer.ts'
import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { percentiles } from '../../load/at-rate.ts'
import { cpuMs } from '../../load/cpu.ts'

/** So long after the rate was last set it ends by itself. */
const LASTS_MS = 2 * MINUTE_MS
const TICK_MS = 20
/** How many of those that are under way are looked for at once, the oldest first. */
const LOOKED_FOR = 2_000

/** `liveMs`: until an open page was told; fails when it never is. */
type Made = { gebeurtenisId: string; committedAt: number; liveMs: Promise<number> }

type Parts = {
  /** undefined: more are under way already than can be made at once */
  change(): Promise<Made> | undefined
  /**
   * those of these events that the portal has, and when they reached it; fails while its database cannot be
   * asked
   */
  findReceived(ids: string[]): Promise<{ id: string; ontvangenOp: Date }[]>
  /** closes what it is measured with */
  close(): void
  pids(): Record<string, number | undefined>
  /** false: nobody looks any more, so it ends */
  isWatched(): boolean
}

const newSecond = () => ({
  since: performance.now(),
  gemaakt: 0,
  totOntvangst: [] as number[],
  totPagina: [] as number[],
})

/** Traffic from when it is set on until all of it was received. */
export class VerkeerRun {
  readonly #parts: Parts
  #perSeconde = 0
  #endsAt = 0
  #owedSince = performance.now()
  #owed = 0
  readonly #totals = { gemaakt: 0, mislukt: 0, ontvangen: 0, gezien: 0 }
  /** when each event was committed that the portal is not known to have */
  readonly #underWay = new Map<string, number>()
  readonly #metingen: Meting[] = []
  #second = newSecond()
  /** as it was when the portal was last asked: what was made since may be there already */
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

  /** Nothing more is made or looked for. */
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
      // What cannot be made in time is not made later: it shows as fewer than were asked for.
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
   * Looks what the portal has received, and writes the second up. Ends itself when there is nothing more to
   * come, or nobody looks.
   */
  async #measure(): Promise<void> {
    if (this.#isMeasuring) return
    this.#isMeasuring = true
    await this.#findReceived().catch(() => {}) // the portal's database is away: then nothing is known to be received
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
        // of a process that was started again there is nothing to compare with
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
