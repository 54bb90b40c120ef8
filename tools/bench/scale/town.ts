// The town of the bench as SQL expressions. Zaak k of n (from 0) is the k-th that came in, over ten years. It
// has ten events; event e of all (from 1) is the j-th of zaak k.

const DAYS = 3650
export const EVENTS_PER_ZAAK = 10
/** Number of the newest events that wait for delivery. */
const WAITING = 2_000
const OPEN_PER_BEHANDELAAR = 30

/** A constant, because rows of several tables refer to one another by time. */
const NOW_MS = Date.now()
const DAY_MS = 24 * 60 * 60 * 1000

/** The newest tenth is open. */
export const isOpen = '(k >= n / 10 * 9)'
/** The newest two of each hundred events still have their bytes. Waiting ones always have. */
export const isKept = '(e > n * 10 / 100 * 98)'
export const isWaiting = `(e > n * 10 - ${WAITING})`
/**
 * A zaak's events lie up to two months apart, among those of thousands of others. The last one lies at the
 * place of the zaak.
 */
export const eventNumber = '((k - (10 - j) * (n / 600) + n) % n) * 10 + j'
export const behandelaren = `greatest(n / 10 / ${OPEN_PER_BEHANDELAAR}, 1)`
export const burgers = 'greatest(n / 3, 1)'

const msAt = (part: string) => `(${NOW_MS - DAYS * DAY_MS} + (${part})::float8 * ${DAYS * DAY_MS})::bigint`
const momentAt = (part: string) => `to_timestamp(${msAt(part)} / 1000.0)`
/** @param number a number that is unique in the table */
const idAt = (part: string, number: string) =>
  `(lpad(to_hex(${msAt(part)}), 12, '0') || '70008' || lpad(to_hex((${number})::bigint), 15, '0'))::uuid`

const ofZaak = 'k::float8 / n'
const ofEvent = 'e / (n * 10.0)'
export const zaakId = idAt(ofZaak, 'k')
export const gebeurtenisId = idAt(ofEvent, 'e')
export const behandelaarId = idAt('0', `k % ${behandelaren}`)
export const burgerId = idAt('0', `k % ${burgers}`)
export const zaakMoment = momentAt(ofZaak)
export const eventMoment = momentAt(ofEvent)
export const startdatum = `${zaakMoment}::date`
/**
 * One in three open zaken is late, and one in ten past its fatale datum too. The closed ones had eight weeks.
 */
export const streefdatum = `case when ${isOpen} then current_date + (k * 7919 % 120 - 40)::int else ${startdatum} + 56 end`

/** Some zaken whose term stands still, between those for a bulkopdracht and those for single acts. */
export const isSuspended = '(k >= n / 100 * 95 and k < n / 100 * 97 and k % 10 = 3)'

/** A name that few zaken have, in one open and one closed zaak. */
export const RARE_NAME = 'Quirijnsz'
export const COMMON_NAME = 'Jansen'
const NAMES = `de Vries,${COMMON_NAME},Bakker,Visser,Smit,Meijer,de Boer,Mulder,de Groot,Bos,Vos,Peters,Hendriks,van Leeuwen,Dekker`
const STREETS =
  'Dorpsstraat,Kerklaan,Molenweg,Stationsplein,Beukenhof,Havenkade,Schoolstraat,Lindelaan,Parallelweg,Akkerpad'
const pick = (list: string, by: string) =>
  `(string_to_array('${list}', ','))[1 + (${by})::int % ${list.split(',').length}]`
export const aanvragerNaam = `case when k in (n / 2, n - 7) then 'Q. ${RARE_NAME}'
  else chr(65 + (k % 26)::int) || '. ' || ${pick(NAMES, 'hashint8(k) & 65535')} end`
export const omschrijving = `'Aanvraag ' || ${pick(STREETS, 'k / 7')} || ' ' || 1 + k * 13 % 250`
/** One in eight open zaken is unassigned. */
export const isOfNobody = `(${isOpen} and k % 8 = 0)`
export const behandelaarnaam = `'Behandelaar ' || k % ${behandelaren}`
