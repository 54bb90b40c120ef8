import { OPDRACHTREGEL } from '#lib/zaaksysteem/audit/recorded-transaction.ts'
import { rotateSleutels } from '#lib/zaaksysteem/signing/rotate-sleutels.ts'
import type { Restartable } from '../../scripts/local/processes.ts'
import type { Storing } from '../stage/storingen.ts'
import type { Both } from '../verhalen/with-both-systems.ts'
import {
  antwoordWeg,
  bezorgerGedood,
  dubbel,
  geknoeid,
  netwerkDoor,
  tokenGestolen,
  traag,
  verkeerdeSleutel,
} from './gedrag.ts'
import type { Gedrag } from './lijn.ts'

/** The parts that can be broken: the demo's processes, its keys and the portal's database. */
export type Huis = Both & {
  /** the process that receives for the portal */
  portaal: Pick<Restartable, 'start' | 'end'>
  worker: Pick<Restartable, 'start' | 'end'>
  untilPortaalListens(): Promise<void>
  allowDatabase(allowed: boolean): Promise<void>
}

type Plan = {
  duurMs: number
  /** number of changes made meanwhile */
  perSeconde: number
  /** the line's handling of requests */
  gedrag?: (huis: Huis) => Gedrag
  /** causes the failure, until `signal` aborts */
  stuk?: (huis: Huis, signal: AbortSignal) => Promise<void>
  /** repairs it, also after a failure to break it */
  heel?: (huis: Huis) => Promise<unknown>
}

const STANDARD = { duurMs: 15_000, perSeconde: 2 }
/**
 * Lets traffic begin before the rotation. Rotates once, because a portal that meets unknown keys repeatedly
 * pauses its lookups.
 */
const ROTATE_AFTER_MS = 2_000

export const PLANNEN: Record<Storing, Plan> = {
  portaal_uit: {
    ...STANDARD,
    stuk: ({ portaal }) => portaal.end('SIGKILL'),
    async heel({ portaal, untilPortaalListens }) {
      portaal.start()
      await untilPortaalListens()
    },
  },
  netwerk_door: { ...STANDARD, gedrag: () => netwerkDoor },
  antwoord_weg: { ...STANDARD, gedrag: () => antwoordWeg },
  traag: { ...STANDARD, gedrag: () => traag },
  dubbel: { ...STANDARD, gedrag: dubbel },
  geknoeid: { ...STANDARD, gedrag: () => geknoeid },
  token_gestolen: { ...STANDARD, gedrag: () => tokenGestolen },
  verkeerde_sleutel: { ...STANDARD, gedrag: verkeerdeSleutel },
  sleutels_gewisseld: {
    ...STANDARD,
    perSeconde: 10,
    async stuk({ zaaksysteem }, signal) {
      const rotate = () => rotateSleutels(zaaksysteem, { actor: OPDRACHTREGEL, algs: ['ES256'], direct: true })
      const timer = setTimeout(() => void rotate().catch(console.error), ROTATE_AFTER_MS)
      signal.addEventListener('abort', () => clearTimeout(timer))
    },
  },
  bezorger_gedood: {
    ...STANDARD,
    gedrag: ({ worker }) => bezorgerGedood(() => void worker.end('SIGKILL').then(worker.start)),
    heel: async ({ worker }) => worker.start(),
  },
  database_weg: {
    ...STANDARD,
    stuk: ({ allowDatabase }) => allowDatabase(false),
    heel: ({ allowDatabase }) => allowDatabase(true),
  },
}
