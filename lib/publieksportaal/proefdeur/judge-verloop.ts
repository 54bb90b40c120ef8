import { MINUTE_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { type Bericht, berichtenIn, type GatBevinding, type Gebeuren, type Proef } from './gebeuren.ts'

/** The requirements for a sender, in the order in which they are shown. */
export const GEVALLEN = [
  'handshake',
  'ondertekend',
  'gebeurtenis',
  'nummering',
  'na_503',
  'na_429',
  'zelfde_id',
  'na_400',
  'sleutels',
  'sleutelwissel',
  'gat',
] as const
export type Geval = (typeof GEVALLEN)[number]

/** The finding for a requirement, by its stable code; `open` while there is too little data. */
export type Bevinding =
  | 'nog_niets'
  | 'toestemming_gevraagd'
  | 'zonder_toestemming'
  | 'geen_origin'
  | 'andere_origin'
  | 'rate_onleesbaar'
  | 'bewezen'
  | 'niet_bewezen'
  | 'geldig'
  | 'ongeldig'
  | 'genummerd'
  | 'geen_sequence'
  | 'andere_inhoud'
  | 'wacht_nog'
  | 'kwam_terug'
  | 'te_vroeg'
  | 'bleef_weg'
  | 'herhaald_met_id'
  | 'ander_id'
  | 'wacht_op_stilte'
  | 'liet_het_erbij'
  | 'blijft_proberen'
  | 'gepubliceerd'
  | 'sleutel_onbekend'
  | 'sleutels_onbereikbaar'
  | 'wissel_nog'
  | 'gewisseld'
  | 'geen_api'
  | GatBevinding

/** `gevonden`: the wrong value as the sender sent it, or a number. */
export type Oordeel = { geval: Geval; uitslag: 'goed' | 'fout' | 'open'; bevinding: Bevinding; gevonden?: string }
type Finding = Omit<Oordeel, 'geval'>

/** A sender that has not retried by now never will, or waits too long for the citizen. */
const COMES_BACK_WITHIN_MS = 10 * MINUTE_MS
/** The time in which a refused message must not be repeated. */
const QUIET_AFTER_400_MS = MINUTE_MS
/** A repeat within this time did not wait. */
const LEAST_WAIT_MS = SECOND_MS

const open = (bevinding: Bevinding): Finding => ({ uitslag: 'open', bevinding })
const goed = (bevinding: Bevinding, gevonden?: string): Finding => ({
  uitslag: 'goed',
  bevinding,
  ...(gevonden && { gevonden }),
})
const fout = (bevinding: Bevinding, gevonden?: string): Finding => ({
  uitslag: 'fout',
  bevinding,
  ...(gevonden && { gevonden }),
})

const PROOF_REDENEN = ['invalid_token', 'invalid_signature', 'more_than_one_token']
const UNKNOWN_KEY = 'unknown_key'
const at = ({ op }: { op: string }) => new Date(op).getTime()

/** Judges a sender by its whole log. A failure stays until the proefdeur is restarted. */
export function judgeVerloop(
  verloop: readonly Gebeuren[],
  { now, origin, hasApi }: { now: Date; origin: string; hasApi: boolean },
): Oordeel[] {
  const berichten = berichtenIn(verloop)
  const proven = berichten.filter(({ gebeurtenissen }) => gebeurtenissen.length > 0)
  const findings: Record<Geval, Finding> = {
    handshake: judgeHandshake(verloop, origin),
    ondertekend: judgeProof(berichten, proven),
    gebeurtenis: judgeContent(berichten, proven),
    nummering: judgeNumbers(proven),
    na_503: judgeWait(proven, { proef: 'wacht_503', now }),
    na_429: judgeWait(proven, { proef: 'wacht_429', now }),
    zelfde_id: judgeIdentity(proven),
    na_400: judgeRefusal(proven, now),
    sleutels: judgeKeys(berichten, proven),
    sleutelwissel: judgeRotation(proven),
    gat: judgeGat(verloop, hasApi),
  }
  return GEVALLEN.map((geval) => ({ geval, ...findings[geval] }))
}

function judgeHandshake(verloop: readonly Gebeuren[], origin: string): Finding {
  const given = verloop.findIndex((gebeuren) => gebeuren.soort === 'toestemming' && gebeuren.gegeven)
  const first = verloop.findIndex(({ soort }) => soort === 'bericht')
  if (first >= 0 && (given < 0 || first < given)) return fout('zonder_toestemming')
  if (given >= 0) return goed('toestemming_gevraagd')
  const asked = verloop.findLast((gebeuren) => gebeuren.soort === 'toestemming')
  if (!asked) return open('nog_niets')
  if (!asked.origin) return fout('geen_origin')
  return asked.origin === origin ? fout('rate_onleesbaar', asked.rate ?? '') : fout('andere_origin', asked.origin)
}

function judgeProof(berichten: Bericht[], proven: Bericht[]): Finding {
  const refused = berichten.findLast(({ reden, code }) => PROOF_REDENEN.includes(reden ?? '') && code !== UNKNOWN_KEY)
  if (refused) return fout('niet_bewezen', refused.code ?? refused.reden ?? '')
  return proven.length > 0 ? goed('bewezen') : open('nog_niets')
}

function judgeContent(berichten: Bericht[], proven: Bericht[]): Finding {
  const refused = berichten.findLast(
    // Other content under a known id is judged by its numbers.
    ({ reden }) => reden && ![...PROOF_REDENEN, 'keys_unavailable', 'different_content'].includes(reden),
  )
  if (refused) return fout('ongeldig', [refused.reden, ...refused.fouten].join(' · '))
  return proven.length > 0 ? goed('geldig') : open('nog_niets')
}

function judgeNumbers(proven: Bericht[]): Finding {
  const all = proven.flatMap(({ gebeurtenissen }) => gebeurtenissen)
  if (all.length === 0) return open('nog_niets')
  const unnumbered = all.find(({ sequence }) => sequence === null)
  if (unnumbered) return fout('geen_sequence', unnumbered.id)
  const changed = all.find(({ id, inhoud }) => all.some((other) => other.id === id && other.inhoud !== inhoud))
  return changed ? fout('andere_inhoud', changed.id) : goed('genummerd')
}

/** After 503 or 429 a message must be repeated, but not before Retry-After. */
function judgeWait(proven: Bericht[], { proef, now }: { proef: Proef; now: Date }): Finding {
  const asked = proven.find((bericht) => bericht.proef === proef && bericht.isNieuw)
  if (!asked) return open('nog_niets')
  const repeats = repeatsOf(asked, proven)
  const [first] = repeats
  const until = at(asked) + (asked.terugNa ?? 0) * SECOND_MS
  if (first && at(first) < until) return fout('te_vroeg', ((at(first) - at(asked)) / SECOND_MS).toFixed(1))
  if (first) return goed('kwam_terug', ((at(first) - at(asked)) / SECOND_MS).toFixed(1))
  return now.getTime() > until + COMES_BACK_WITHIN_MS ? fout('bleef_weg') : open('wacht_nog')
}

function repeatsOf(asked: Bericht, proven: Bericht[]): Bericht[] {
  const ids = asked.gebeurtenissen.map(({ id }) => id)
  return proven
    .slice(proven.indexOf(asked) + 1)
    .filter(({ gebeurtenissen }) => gebeurtenissen.some(({ id }) => ids.includes(id)))
}

/** A repeat under another id shows by its sequence, which belongs to one event only. */
function judgeIdentity(proven: Bericht[]): Finding {
  const ids = new Map<number, string>()
  for (const { id, sequence } of proven.flatMap(({ gebeurtenissen }) => gebeurtenissen)) {
    if (sequence === null) continue
    if ((ids.get(sequence) ?? id) !== id) return fout('ander_id', String(sequence))
    ids.set(sequence, id)
  }
  const repeated = proven.find((bericht) => bericht.proef && bericht.isNieuw && repeatsOf(bericht, proven).length > 0)
  return repeated ? goed('herhaald_met_id', repeated.gebeurtenissen[0]?.id) : open('nog_niets')
}

/** Repeating a refused message is useless, but harmless with a backoff. */
function judgeRefusal(proven: Bericht[], now: Date): Finding {
  const refused = proven.find(({ proef, isNieuw }) => proef === 'weiger_400' && isNieuw)
  if (!refused) return open('nog_niets')
  const tries = [refused, ...repeatsOf(refused, proven)]
  const waits = tries.slice(1).map((again, index) => at(again) - at(tries[index] as Bericht))
  const [first = 0] = waits
  const isHasty = waits.some((wait) => wait < LEAST_WAIT_MS)
  // A backoff has growing waits, apart from jitter.
  const isSteady = waits.length > 1 && (waits.at(-1) as number) <= first
  if (isHasty || isSteady) return fout('blijft_proberen', String(waits.length))
  const isEarly = now.getTime() < at(refused) + QUIET_AFTER_400_MS
  return isEarly ? open('wacht_op_stilte') : goed('liet_het_erbij', String(waits.length))
}

function judgeKeys(berichten: Bericht[], proven: Bericht[]): Finding {
  const unknown = berichten.findLast(({ code }) => code === UNKNOWN_KEY)
  if (unknown) return fout('sleutel_onbekend')
  if (berichten.at(-1)?.reden === 'keys_unavailable') return fout('sleutels_onbereikbaar')
  return proven.length > 0 ? goed('gepubliceerd', proven.at(-1)?.kid ?? '') : open('nog_niets')
}

function judgeRotation(proven: Bericht[]): Finding {
  const kids = [...new Set(proven.map(({ kid }) => kid))]
  if (kids.length === 0) return open('nog_niets')
  return kids.length > 1 ? goed('gewisseld', kids.join(', ')) : open('wissel_nog')
}

function judgeGat(verloop: readonly Gebeuren[], hasApi: boolean): Finding {
  const asked = verloop.findLast((gebeuren) => gebeuren.soort === 'navraag')
  if (!asked) return open(hasApi ? 'nog_niets' : 'geen_api')
  if (asked.bevinding === 'gat_niets_ontvangen') return open(asked.bevinding)
  return asked.bevinding === 'gat_gevuld' ? goed('gat_gevuld', String(asked.aantal)) : fout(asked.bevinding)
}
