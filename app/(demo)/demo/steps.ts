import { decodeProtectedHeader } from 'jose'
import type { DemoBezorging, DemoOntvangst } from '#lib/demo/demo-feeds.ts'

/** Something that happened to an event, `ms` milliseconds after it was committed. */
export type Step = {
  ms: number
  text: string
  note?: string | undefined
  outcome: { tone: 'success' | 'warning' | 'error'; text: string }
}

/** When this browser noticed an event, in milliseconds since 1970. */
export type InBrowser = { messageAt?: number | undefined; pageChangedAt?: number | undefined }

/** What is known of a bezorging, in the order in which it happened. What did not happen or was not seen is absent. */
export function stepsOf(bezorging: DemoBezorging, ontvangst: DemoOntvangst | undefined, browser: InBrowser): Step[] {
  const start = Date.parse(bezorging.vastgelegdOp)
  const steps: Step[] = [
    {
      ms: 0,
      text: 'Status en gebeurtenis vastgelegd',
      note: 'één transactie',
      outcome: { tone: 'success', text: 'ok' },
    },
    ...bezorging.pogingen.flatMap((poging) => stepsOfPoging(poging, start)),
  ]
  if (ontvangst) steps.push(stepOfOntvangst(ontvangst, start))
  if (browser.messageAt !== undefined) {
    steps.push({
      ms: browser.messageAt - start,
      text: 'Seintje aan de browser van de burger',
      outcome: { tone: 'success', text: 'ok' },
    })
  }
  if (browser.pageChangedAt !== undefined) {
    steps.push({
      ms: browser.pageChangedAt - start,
      text: 'Pagina van de burger bijgewerkt',
      outcome: { tone: 'success', text: 'gezien' },
    })
  }
  return steps.sort((a, b) => a.ms - b.ms)
}

/** What the portal missed it fetches itself, over an authenticated call: such an event has no signature. */
function stepOfOntvangst({ credentialtype, kid, ontvangenOp }: DemoOntvangst, start: number): Step {
  const ms = Date.parse(ontvangenOp) - start
  if (credentialtype === 'OPGEHAALD') {
    return {
      ms,
      text: 'Door het portaal zelf opgehaald',
      note: 'het miste dit bericht',
      outcome: { tone: 'warning', text: 'ingehaald' },
    }
  }
  return {
    ms,
    text: 'Handtekening, tijd en inhoud gecontroleerd',
    note: `${credentialtype}, sleutel ${kid}`,
    outcome: { tone: 'success', text: 'echt' },
  }
}

function stepsOfPoging(poging: DemoBezorging['pogingen'][number], start: number): Step[] {
  const ms = Date.parse(poging.begonnenOp) - start
  const succeeded = poging.httpStatus !== null && poging.httpStatus >= 200 && poging.httpStatus < 300
  return [
    {
      ms,
      text: 'Ondertekend en verstuurd',
      note: signedWith(poging.requestHeaders),
      outcome: { tone: poging.nummer === 1 ? 'success' : 'warning', text: `poging ${poging.nummer}` },
    },
    {
      ms: ms + poging.duurMs,
      text: succeeded ? 'Antwoord van het portaal' : 'Poging mislukt',
      note: `na ${formatElapsed(poging.duurMs)}`,
      outcome: {
        tone: succeeded ? 'success' : 'error',
        text: poging.httpStatus?.toString() ?? poging.foutsoort ?? 'geen antwoord',
      },
    },
  ]
}

function signedWith(headers: Record<string, string>): string | undefined {
  const token = bearer(headers)
  if (token === undefined) return undefined
  const { alg, kid } = decodeProtectedHeader(token)
  return `${alg}, sleutel ${kid}`
}

/** The token that went along. Its signature was left out when it was recorded, so that nobody can use it again. */
export function bearer(headers: Record<string, string>): string | undefined {
  const name = Object.keys(headers).find((header) => header.toLowerCase() === 'authorization')
  return name && /^Bearer (ey[\w-]+\.ey[\w-]+\..+)$/.exec(headers[name] as string)?.[1]
}

const count = new Intl.NumberFormat('nl-NL')
const decimal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 })

export function formatElapsed(ms: number): string {
  if (Math.abs(ms) < 10_000) return `${count.format(ms)} ms`
  if (Math.abs(ms) < 120_000) return `${decimal.format(ms / 1000)} s`
  return `${count.format(Math.round(ms / 60_000))} min`
}
