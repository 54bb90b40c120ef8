import { decodeProtectedHeader } from 'jose'
import type { DemoBezorging, DemoOntvangst } from '#lib/demo/demo-feeds.ts'

/** Something that happened to an event, `ms` milliseconds after it was committed. */
export type Stap = {
  ms: number
  tekst: string
  toelichting?: string | undefined
  uitkomst: { soort: 'ok' | 'let-op' | 'fout'; tekst: string }
}

/** When this browser noticed an event, in milliseconds since 1970. */
export type InBrowser = { liveOp?: number | undefined; paginaOp?: number | undefined }

/** What is known of a delivery, in the order in which it happened. What did not happen or was not seen is absent. */
export function stappen(bezorging: DemoBezorging, ontvangst: DemoOntvangst | undefined, browser: InBrowser): Stap[] {
  const start = Date.parse(bezorging.vastgelegdOp)
  const steps: Stap[] = [
    {
      ms: 0,
      tekst: 'Status en gebeurtenis vastgelegd',
      toelichting: 'één transactie',
      uitkomst: { soort: 'ok', tekst: 'ok' },
    },
    ...bezorging.pogingen.flatMap((poging) => stappenVanPoging(poging, start)),
  ]
  if (ontvangst) steps.push(stapVanOntvangst(ontvangst, start))
  if (browser.liveOp !== undefined) {
    steps.push({
      ms: browser.liveOp - start,
      tekst: 'Seintje aan de browser van de burger',
      uitkomst: { soort: 'ok', tekst: 'ok' },
    })
  }
  if (browser.paginaOp !== undefined) {
    steps.push({
      ms: browser.paginaOp - start,
      tekst: 'Pagina van de burger bijgewerkt',
      uitkomst: { soort: 'ok', tekst: 'gezien' },
    })
  }
  return steps.sort((a, b) => a.ms - b.ms)
}

/** What did not arrive the portal fetches itself: then nobody signed it. */
function stapVanOntvangst({ methode, kid, ontvangenOp }: DemoOntvangst, start: number): Stap {
  const ms = Date.parse(ontvangenOp) - start
  if (methode === 'OPGEHAALD') {
    return {
      ms,
      tekst: 'Door het portaal zelf opgehaald',
      toelichting: 'het miste dit bericht',
      uitkomst: { soort: 'let-op', tekst: 'ingehaald' },
    }
  }
  return {
    ms,
    tekst: 'Handtekening, tijd en inhoud gecontroleerd',
    toelichting: `${methode}, sleutel ${kid}`,
    uitkomst: { soort: 'ok', tekst: 'echt' },
  }
}

function stappenVanPoging(poging: DemoBezorging['pogingen'][number], start: number): Stap[] {
  const ms = Date.parse(poging.begonnenOp) - start
  const gelukt = poging.httpStatus !== null && poging.httpStatus >= 200 && poging.httpStatus < 300
  return [
    {
      ms,
      tekst: 'Ondertekend en verstuurd',
      toelichting: ondertekening(poging.requestHeaders),
      uitkomst: { soort: poging.nummer === 1 ? 'ok' : 'let-op', tekst: `poging ${poging.nummer}` },
    },
    {
      ms: ms + poging.duurMs,
      tekst: gelukt ? 'Antwoord van het portaal' : 'Poging mislukt',
      toelichting: `na ${duur(poging.duurMs)}`,
      uitkomst: {
        soort: gelukt ? 'ok' : 'fout',
        tekst: poging.httpStatus?.toString() ?? poging.foutsoort ?? 'geen antwoord',
      },
    },
  ]
}

function ondertekening(headers: Record<string, string>): string | undefined {
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

export function duur(ms: number): string {
  if (Math.abs(ms) < 10_000) return `${count.format(ms)} ms`
  if (Math.abs(ms) < 120_000) return `${decimal.format(ms / 1000)} s`
  return `${count.format(Math.round(ms / 60_000))} min`
}
