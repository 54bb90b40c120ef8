import { hash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Storingsstand, Storingsverzoek } from '../stage/storingen.ts'
import type { Gedrag, Lijn } from './lijn.ts'
import { type Begin, NOTHING, readBegin, readCijfers } from './read-cijfers.ts'
import { type Huis, PLANNEN } from './storingen.ts'
import { type Api, type VeranderendeZaak, verander, vraagAan } from './veranderingen.ts'

const COUNT_EVERY_MS = 400
/** How long the portal may take to receive the zaken, before anything is broken. */
const KNOWN_WITHIN_MS = 15_000
/** How long breaking a part may take, on a busy machine. */
const BROKEN_WITHIN_MS = 10_000
const TAKEN = 204

type Ronde = Pick<NonNullable<Storingsstand>, 'storing' | 'fase' | 'duurMs' | 'zaakId' | 'cijfers'> & {
  zaken: readonly VeranderendeZaak[]
  begin: Begin
  /** infinite until it is broken */
  eindigtOp: number
  /** ends the failure early */
  over: AbortController
  /** it could not be broken, or what should change meanwhile did not */
  isMislukt: boolean
  isWhole: boolean
  whole: Promise<void>
}

/** Causes one failure at a time, and counts until the portal has every change made meanwhile. */
export function createBreken({ huis, lijn, api }: { huis: Huis; lijn: Lijn; api: Api }) {
  let ronde: Ronde | undefined

  async function untilKnown(zaken: readonly VeranderendeZaak[]): Promise<void> {
    const ids = zaken.map(({ id }) => id)
    for (const giveUpAt = performance.now() + KNOWN_WITHIN_MS; performance.now() < giveUpAt; ) {
      if ((await huis.portal.db.zaak.count({ where: { id: { in: ids } } })) === ids.length) return
      await sleep(COUNT_EVERY_MS)
    }
    throw new Error('The portal does not get the zaken that were made')
  }

  async function breek(started: Ronde): Promise<void> {
    const { zaken } = started
    const { gedrag, stuk, heel, perSeconde } = PLANNEN[started.storing]
    const { over } = started
    const { signal } = over
    const counted = countRepeats(started)
    const waited = async () => {
      await sleep(started.eindigtOp - performance.now(), undefined, { signal }).catch(() => {})
      over.abort()
    }
    try {
      lijn.gedrag = counted(gedrag?.(huis))
      await within(BROKEN_WITHIN_MS, stuk?.(huis, signal))
      started.eindigtOp = performance.now() + started.duurMs
      await Promise.all([waited(), verander(api, { zaken, perSeconde, signal })])
    } catch (error) {
      console.error('It could not be broken:', error)
      started.isMislukt = true
    } finally {
      over.abort()
      started.fase = 'herstel'
      lijn.gedrag = counted()
      await heel?.(huis)
      started.isWhole = true
      if (started.isMislukt) started.fase = 'mislukt'
    }
  }

  async function count(started: Ronde): Promise<void> {
    while (started === ronde && started.fase !== 'klaar' && started.fase !== 'mislukt') {
      const { isWhole } = started
      const { isKnown, ...cijfers } = await readCijfers(huis, started.begin, started.cijfers)
      started.cijfers = { ...cijfers, nogmaals: started.cijfers.nogmaals }
      if (isKnown && isWhole && !started.isMislukt && cijfers.onderweg + cijfers.kwijt === 0) started.fase = 'klaar'
      await sleep(COUNT_EVERY_MS)
    }
  }

  return {
    stand(): Storingsstand {
      if (!ronde) return null
      const { storing, fase, eindigtOp, duurMs, zaakId, cijfers } = ronde
      const nogMs = fase === 'bezig' ? clamp(Math.round(eindigtOp - performance.now()), duurMs) : 0
      return { storing, fase, nogMs, duurMs, zaakId, cijfers }
    },
    /** Makes the zaken, and waits until the portal has them. Does nothing during a failure. */
    async prepare({
      storing,
      duurMs = PLANNEN[storing].duurMs,
    }: Extract<Storingsverzoek, { doe: 'maak' }>): Promise<void> {
      if (ronde?.fase === 'bezig') return
      await ronde?.whole
      const time = new Date().toLocaleTimeString('nl-NL')
      // Two zaken, because messages about one zaak are sent in order: a gap shows only when the other zaak
      // continues.
      const zaken = [await vraagAan(api, `Straatfeest ${time}`), await vraagAan(api, `Rommelmarkt ${time}`)] as const
      await untilKnown(zaken)
      ronde = {
        ...{ storing, fase: 'aanloop', duurMs, zaken, zaakId: zaken[0].id, cijfers: NOTHING },
        begin: await readBegin(huis),
        eindigtOp: Number.POSITIVE_INFINITY,
        over: new AbortController(),
        isMislukt: false,
        isWhole: true,
        whole: Promise.resolve(),
      }
    },
    begin(): void {
      if (ronde?.fase !== 'aanloop') return
      Object.assign(ronde, { fase: 'bezig', isWhole: false })
      ronde.whole = breek(ronde).catch((error: unknown) => console.error('It could not be made whole:', error))
      void count(ronde).catch((error: unknown) => console.error('What came of it could not be counted:', error))
    },
    /** Resolves when everything is repaired. */
    async stop(): Promise<void> {
      ronde?.over.abort()
      await ronde?.whole
    },
    /** Repairs, and stops counting. */
    async close(): Promise<void> {
      await this.stop()
      ronde = undefined
    },
  }
}

const clamp = (ms: number, most: number) => Math.min(most, Math.max(0, ms))

/** Throws when `promise` takes longer. */
async function within<T>(ms: number, promise: Promise<T> | undefined): Promise<void> {
  const late = new AbortController()
  const tooLate = sleep(ms, undefined, { signal: late.signal }).then(() => {
    throw new Error(`It took longer than ${ms} ms`)
  })
  try {
    await Promise.race([promise, tooLate])
  } finally {
    late.abort()
    tooLate.catch(() => {})
  }
}

/** Records the portal's counts of duplicates. */
function countRepeats(ronde: Ronde) {
  const taken = new Set<string>()
  return (gedrag: Gedrag = (verzoek, portaal) => portaal(verzoek)): Gedrag =>
    (verzoek, portaal) =>
      gedrag(verzoek, async (asked) => {
        const antwoord = await portaal(asked)
        if (antwoord.status !== TAKEN) return antwoord
        const bericht = hash('sha1', asked.body)
        if (taken.has(bericht)) ronde.cijfers = { ...ronde.cijfers, nogmaals: ronde.cijfers.nogmaals + 1 }
        taken.add(bericht)
        return antwoord
      })
}
