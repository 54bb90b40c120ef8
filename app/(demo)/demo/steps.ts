import { decodeProtectedHeader } from 'jose'
import type { DemoBezorging, DemoOntvangst } from '#demo/stage/demo-feeds.ts'
import type { Taal } from '#lib/ui/text/taal.ts'
import { type DemoTexts, demoTexts } from './demo-texts.ts'
import { messageSignature } from './message-signature.ts'

/** The lanes of the drawing, from left to right. */
export const BANEN = ['zaaksysteem', 'worker', 'portaal', 'burger'] as const

type Baan = (typeof BANEN)[number]

/** A step in the life of an event: in one lane, or from one lane to another. */
export type Step = {
  from: Baan
  to: Baan
  /** milliseconds after the commit; a step that was not measured has the time of the step before it */
  ms: number
  measured: boolean
  text: string
  note?: string | undefined
  outcome?: { tone: 'success' | 'warning' | 'error'; text: string }
  /** the detail that can be opened; `poging` is the index of the attempt */
  detail?: { kind: 'bericht' } | { kind: 'token' | 'verzoek' | 'antwoord'; poging: number } | { kind: 'ontvangst' }
}

/** The moments at which this browser noticed an event, in milliseconds since 1970. */
export type InBrowser = { messageAt?: number | undefined; pageChangedAt?: number | undefined }

/**
 * Returns the known steps of a bezorging in chronological order. Steps that did not happen or were not
 * observed are absent.
 */
export function stepsOf(
  bezorging: DemoBezorging,
  ontvangst: DemoOntvangst | undefined,
  browser: InBrowser,
  taal: Taal,
): Step[] {
  const { stappen: t } = demoTexts[taal]
  const start = Date.parse(bezorging.vastgelegdOp)
  const arrivedMs = ontvangst && Date.parse(ontvangst.ontvangenOp) - start
  const steps: Step[] = [
    {
      ...at('zaaksysteem', 0),
      text: t.vastgelegd,
      note: t.eenTransactie,
      detail: { kind: 'bericht' },
    },
    { ...at('zaaksysteem', 0), to: 'worker', measured: false, text: t.genummerd(bezorging.sequence) },
    ...bezorging.pogingen.flatMap((_, index) => stepsOfPoging(bezorging, index, { start, arrivedMs, taal })),
  ]
  if (ontvangst && arrivedMs !== undefined) steps.push(...stepsOfOntvangst(ontvangst, arrivedMs, t))
  if (browser.messageAt !== undefined) {
    steps.push({ ...at('portaal', browser.messageAt - start), to: 'burger', text: t.seintje })
  }
  if (browser.pageChangedAt !== undefined) {
    steps.push({
      ...at('burger', browser.pageChangedAt - start),
      text: t.bijgewerkt,
      outcome: { tone: 'success', text: t.gezien },
    })
  }
  return steps.sort((a, b) => a.ms - b.ms)
}

function at(baan: Baan, ms: number) {
  return { from: baan, to: baan, ms, measured: true } as const
}

/** The portal fetches missed events over an authenticated call, so these carry no signature. */
function stepsOfOntvangst({ credentialtype, kid }: DemoOntvangst, ms: number, t: DemoTexts['stappen']): Step[] {
  const stored: Step = { ...at('portaal', ms), measured: false, text: t.opgeslagen, note: t.eenKeer }
  if (credentialtype === 'OPGEHAALD') {
    const fetched = { text: t.opgehaald, note: t.gemist, outcome: { tone: 'warning', text: t.ingehaald } } as const
    return [{ ...at('zaaksysteem', ms), to: 'portaal', ...fetched }, stored]
  }
  return [
    {
      ...at('portaal', ms),
      measured: false,
      text: t.gecontroleerd,
      note: t.sleutel(credentialtype, kid),
      outcome: { tone: 'success', text: t.echt },
      detail: { kind: 'ontvangst' },
    },
    stored,
  ]
}

/**
 * `arrivedMs`: when the accepted request reached the portal; it belongs to the last attempt before that
 * moment.
 */
function stepsOfPoging(
  { pogingen, sink }: DemoBezorging,
  index: number,
  { start, arrivedMs, taal }: { start: number; arrivedMs: number | undefined; taal: Taal },
): Step[] {
  const { stappen: t } = demoTexts[taal]
  const { nummer, begonnenOp, duurMs, httpStatus, foutsoort, requestHeaders } = pogingen[index] as (typeof pogingen)[0]
  const ms = Date.parse(begonnenOp) - start
  const succeeded = httpStatus !== null && httpStatus >= 200 && httpStatus < 300
  const arrived = arrivedMs !== undefined && arrivedMs >= ms && arrivedMs <= ms + duurMs
  const again = nummer === 1 ? {} : { outcome: { tone: 'warning', text: t.poging(nummer) } as const }
  return [
    {
      ...at('worker', ms),
      text: t.ondertekend,
      note: signedWith(requestHeaders, sink, t),
      detail: { kind: 'token', poging: index },
    },
    {
      from: 'worker',
      to: 'portaal',
      ms: arrived ? arrivedMs : ms,
      measured: arrived,
      text: t.verstuurd,
      ...again,
      detail: { kind: 'verzoek', poging: index },
    },
    {
      from: httpStatus === null ? 'worker' : 'portaal',
      to: 'worker',
      ms: ms + duurMs,
      measured: true,
      text: succeeded ? t.antwoord : t.geenAntwoord,
      note: t.na(formatElapsed(duurMs, taal)),
      outcome: { tone: succeeded ? 'success' : 'error', text: httpStatus?.toString() ?? foutsoort ?? t.geen },
      ...(httpStatus !== null && { detail: { kind: 'antwoord', poging: index } }),
    },
  ]
}

function signedWith(headers: Record<string, string>, sink: string, t: DemoTexts['stappen']): string | undefined {
  const signature = messageSignature(headers, sink)
  if (signature)
    return t.sleutel(`HTTP Message Signature, ${signature.parameters.alg}`, `${signature.parameters.keyid}`)
  const token = bearer(headers)
  if (token === undefined) return undefined
  const { alg, kid } = decodeProtectedHeader(token)
  return t.sleutel(String(alg), String(kid))
}

/**
 * Returns the bearer token of the request. The recording omits its signature, so that the token cannot be
 * replayed.
 */
export function bearer(headers: Record<string, string>): string | undefined {
  const name = Object.keys(headers).find((header) => header.toLowerCase() === 'authorization')
  return name && /^Bearer (ey[\w-]+\.ey[\w-]+\..+)$/.exec(headers[name] as string)?.[1]
}

export function formatElapsed(ms: number, taal: Taal): string {
  const number = (value: number, digits: number) =>
    value.toLocaleString(taal === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: digits })
  if (Math.abs(ms) < 10_000) return `${number(ms, 0)} ms`
  if (Math.abs(ms) < 120_000) return `${number(ms / 1000, 1)} s`
  return `${number(Math.round(ms / 60_000), 0)} min`
}
