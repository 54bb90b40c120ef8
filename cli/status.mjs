import { asRegel } from './abonnement.mjs'
import { ask } from './api/ask.mjs'
import { parseOpties } from './opties/parse-opties.mjs'
import { zinnen } from './zinnen/zinnen.mjs'

/**
 * Receivers accept messages of a few minutes old. A clock that is half a minute off uses up part of that.
 */
const CLOCK_OFF_SECONDS = 30
/** The size of a page of bezorgingen. */
const PAGE = 100

/** @typedef {import('./abonnement.mjs').Abonnement & { mislukt?: number }} Stand */

/** Shows whether the zaaksysteem is reachable, and the state of the caller's abonnementen. */
export const STATUS = { lees, doe }

/** @param {string[]} args @param {NodeJS.ProcessEnv} env */
function lees(args, env) {
  const { gelezen, algemeen, problemen } = parseOpties(args, env, { vorm: {}, argumenten: 0, gebruik: 'status' })
  return { hulp: gelezen.help === true, problemen, opties: algemeen }
}

/**
 * @param {import('./opties/parse-opties.mjs').Algemeen} opties
 * @param {{ printer: ReturnType<typeof import('./create-printer.mjs').createPrinter>, signal: AbortSignal }}
 *   options
 * @returns {Promise<boolean>} true when all is well
 */
async function doe(opties, { printer, signal }) {
  const gesprek = { ...opties, signal, tell: printer.tell }
  const answer = await ask(gesprek, { path: 'abonnementen' })
  const sleutels = await ask({ ...gesprek, api: opties.api.replace(/\/[^/]+$/, '') }, { path: 'jwks.json' })
  for (const one of [answer, sleutels]) if (!one.ok) printer.complain(one.zin)
  if (!answer.ok || !sleutels.ok) return false

  const versie = answer.headers.get('api-version') ?? '?'
  const secondsOff = Math.round((Date.now() - Date.parse(answer.headers.get('date') ?? '')) / 1_000)
  const isClockOff = Math.abs(secondsOff) >= CLOCK_OFF_SECONDS
  const aantal = /** @type {{ keys: unknown[] }} */ (sleutels.body).keys.length
  const abonnementen = await Promise.all(
    /** @type {Stand[]} */ (answer.body).map(async (abonnement) => {
      const page = await ask(gesprek, { path: `abonnementen/${abonnement.id}/bezorgingen?status=mislukt` })
      return page.ok
        ? { ...abonnement, mislukt: /** @type {{ bezorgingen: unknown[] }} */ (page.body).bezorgingen.length }
        : abonnement
    }),
  )
  printer.show({ api: opties.api, versie, secondsOff, sleutels: aantal, abonnementen }, [
    zinnen.status.bereikbaar(opties.api, versie),
    zinnen.status.sleutels(aantal),
    ...(abonnementen.length === 0 ? [zinnen.abonnement.geen] : abonnementen.map(withMislukt)),
  ])
  if (isClockOff) printer.complain(zinnen.status.klok(Math.abs(secondsOff)))
  return !isClockOff && abonnementen.every(({ status }) => status === 'actief' || status === 'gepauzeerd')
}

/** @param {Stand} abonnement */
function withMislukt({ mislukt = 0, ...abonnement }) {
  if (mislukt === 0) return asRegel(abonnement)
  return `${asRegel(abonnement)}  ${zinnen.status.mislukt(mislukt === PAGE ? `${PAGE}+` : String(mislukt))}`
}
