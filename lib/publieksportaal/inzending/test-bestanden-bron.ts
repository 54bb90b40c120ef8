import { hash, randomUUID } from 'node:crypto'
import { type Answer, startTestBron } from '../test-bron.ts'

/**
 * Starts a bron that accepts files like a zaaksysteem. `bestanden` holds the received bytes by their id;
 * `documenten` holds the files that an inzending named, by kenmerk.
 */
export async function startBestandenBron() {
  const bron = await startTestBron()
  const bestanden = new Map<string, string>()
  const documenten = new Map<string, { hash: string; aanvulling: string; naam: string }[]>()
  let answerFirst: (step: 'bestand' | 'inzending') => Answer | Promise<Answer> | undefined = () => undefined
  return {
    ...bron,
    bestanden,
    documenten,
    /** @param answer overrides the response; called before anything is stored */
    answerFirst(answer: typeof answerFirst) {
      answerFirst = answer
    },
    takes(zaakId: string) {
      bron.answers.set(`POST /v1/zaken/${zaakId}/bestanden`, async (_, __, bytes) => {
        const refusal = await answerFirst('bestand')
        if (refusal) return refusal
        const [bestand, sha256] = [randomUUID(), hash('sha256', bytes, 'hex')]
        bestanden.set(bestand, sha256)
        return { status: 201, body: { bestand, formaat: 'application/pdf', grootte: bytes.byteLength, sha256 } }
      })
      bron.answers.set(`POST /v1/zaken/${zaakId}/inzendingen`, async (_, body) => {
        const refusal = await answerFirst('inzending')
        if (refusal) return refusal
        const { kenmerk, bestanden: named = [] } = JSON.parse(body)
        const isKnown = ({ bestand }: { bestand: string }) => bestanden.has(bestand)
        if (!named.every(isKnown)) return { status: 400, body: { code: 'bestand_unknown' } }
        const made = named.map(({ bestand, ...rest }: { bestand: string; aanvulling: string; naam: string }) => ({
          ...rest,
          hash: bestanden.get(bestand),
        }))
        const before = documenten.get(kenmerk)
        if (before && JSON.stringify(before) !== JSON.stringify(made)) {
          return { status: 409, body: { code: 'kenmerk_reused' } }
        }
        documenten.set(kenmerk, made)
        return { status: before ? 200 : 201, body: { kenmerk, uitkomst: 'recorded' } }
      })
    },
  }
}
