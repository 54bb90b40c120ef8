import { ask } from '../api/ask.mjs'
import { closest } from '../opties/closest.mjs'
import { isLoopback, isUuid, parseOpties } from '../opties/parse-opties.mjs'
import { zinnen } from '../zinnen/zinnen.mjs'
import { daysAfter, LANG_GELEDEN, NIET_DOOR_OPDRACHT, STAPPEN, TYPES, ZAAKTYPE } from './stappen.mjs'

const VORM = /** @type {const} */ ({
  zaak: { type: 'string' },
  zaaktype: { type: 'string' },
  nieuw: { type: 'boolean', default: false },
})
/** Long enough ago for the term of every zaaktype to be over. */
const LONG_AGO_DAYS = 500

/**
 * @typedef {import('../opties/parse-opties.mjs').Algemeen & { type: string, zaak: string | undefined,
 *   zaaktype: string }} Opties
 * @typedef {import('./stappen.mjs').Zaak} Zaak
 */

/** Causes an event in the zaaksysteem, by requests that any client can send. */
export const TRIGGER = { lees, doe }

/** @param {string[]} args @param {NodeJS.ProcessEnv} env */
function lees(args, env) {
  const opdracht = { vorm: VORM, argumenten: 1, gebruik: 'trigger <type>' }
  const { gelezen, argumenten, algemeen, problemen } = parseOpties(args, env, opdracht)
  const { zaak, nieuw } = gelezen
  const given = argumenten[0] ?? ''
  const type = given.split('.').at(-1) ?? ''
  const isImpossible = NIET_DOOR_OPDRACHT.includes(type)
  const isUnknown = given !== '' && !isImpossible && !Object.hasOwn(STAPPEN, type)
  return {
    hulp: gelezen.help === true,
    problemen: [
      ...problemen,
      isImpossible && zinnen.trigger.kanNiet(type),
      isUnknown && zinnen.opties.onbekend(given, closest(type, TYPES)),
      zaak !== undefined && !isUuid(zaak) && zinnen.opties.uuid('--zaak'),
      zaak !== undefined && STAPPEN[type]?.length === 0 && zinnen.trigger.nietMetZaak(type),
      zaak === undefined && !nieuw && !isLoopback(algemeen.api) && zinnen.trigger.elders,
    ],
    opties: { ...algemeen, type, zaak, zaaktype: gelezen.zaaktype ?? ZAAKTYPE[type] ?? 'APV-EVEN' },
  }
}

/**
 * @param {Opties} opties
 * @param {{ printer: ReturnType<typeof import('../create-printer.mjs').createPrinter>, signal: AbortSignal }}
 *   options
 */
async function doe({ type, zaak: given, zaaktype, ...wie }, { printer, signal }) {
  const gesprek = { ...wie, signal, tell: printer.tell }
  // These dates are calendar days of the municipality.
  const vandaag = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format()
  let answer = await (given === undefined
    ? open(gesprek, { type, zaaktype, vandaag })
    : ask(gesprek, { path: `zaken/${given}` }))
  const uuid = answer.ok ? /** @type {Zaak} */ (answer.body).uuid : ''
  for (const stap of STAPPEN[type] ?? []) {
    const vorige = answer.ok ? /** @type {{ bestand?: string }} */ (answer.body) : {}
    if (answer.ok) answer = await ask(gesprek, { path: `zaken/${uuid}` })
    if (answer.ok) answer = await perform(gesprek, { zaak: /** @type {Zaak} */ (answer.body), stap, vandaag, vorige })
  }
  if (!answer.ok) {
    printer.complain(answer.zin)
    return false
  }
  const { gebeurtenisId = null } = /** @type {{ gebeurtenisId?: string }} */ (answer.body ?? {})
  printer.show({ zaak: uuid, type, gebeurtenisId }, [zinnen.trigger.gedaan(type, uuid)])
  return true
}

/**
 * @param {import('../api/ask.mjs').Gesprek} gesprek
 * @param {{ zaak: Zaak, stap: import('./stappen.mjs').Stap, vandaag: string, vorige: { bestand?: string } }}
 *   what
 */
function perform(gesprek, { zaak, stap, vandaag, vorige }) {
  const path = `zaken/${zaak.uuid}`
  const wish = stap(zaak, vandaag, vorige)
  if (wish === 'verwijderen') {
    return ask(gesprek, { path, method: 'DELETE', headers: { 'If-Match': `"${zaak.versie}"` } })
  }
  const [segment, body] = wish
  const sent = typeof body === 'string' ? body : { versie: zaak.versie, ...body }
  return ask(gesprek, { path: `${path}/${segment}`, method: 'POST', body: sent })
}

/**
 * @param {import('../api/ask.mjs').Gesprek} gesprek
 * @param {{ type: string, zaaktype: string, vandaag: string }} wish
 */
function open(gesprek, { type, zaaktype, vandaag }) {
  const body = {
    zaaktype,
    omschrijving: 'Proef van een ontvanger',
    initiator: { naam: 'Voorbeeld BV', kvkNummer: '12345678' },
    ...(LANG_GELEDEN.includes(type) && { startdatum: daysAfter(vandaag, -LONG_AGO_DAYS) }),
  }
  return ask(gesprek, { path: 'zaken', method: 'POST', body })
}
