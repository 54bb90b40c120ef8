import type { Outgoing } from '../receiver/closed-loop.ts'

/** A system that takes changes at its public API and sends the event of each, signed, to the sink. */
export type Contestant = {
  name: string
  origin: string
  /** the programs that it consists of; the children of each are measured with it */
  pids: Record<string, number>
  /** status of the answer to a change that was taken */
  accepted: number
  nextChange(): Outgoing
  /** the id that the event of a change has at the sink, from the answer to the change */
  eventId(answer: unknown): string
  stop(): Promise<void>
}

/** Starts it on empty databases in `dataDir`, with one subscription: `sink` gets everything. */
export type StartContestant = (options: { dataDir: string; sink: string; changes: number }) => Promise<Contestant>
