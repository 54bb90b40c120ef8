import { DEMO_BURGERS } from '#lib/demo/demo-burgers.ts'
import { DEMO_BURGER } from '#lib/demo/demo-zaak.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { isPortaal } from '../../bezorging.tsx'
import { getJson } from '../../get-json.ts'
import type { Side } from '../../podium.tsx'
import { pause, type Scherm, until } from '../../scherm.ts'
import type { WireState } from '../../use-wire.ts'

type Toneel = {
  balie: Scherm
  burger: Scherm
  wire: () => WireState | undefined
  signal: AbortSignal
}

/** The zaak that the story is about, made by its first step. */
export type Zaak = { zaakId: string; omschrijving: string }

type Stap = {
  naam: 'aanvraag' | 'balie' | 'status' | 'bericht' | 'telefoon' | 'antwoord' | 'bewijs'
  /** where to look */
  side: Side
  /** what it waits for in any case: a mail, and the time that a citizen has to take something back */
  waitsMs?: number
  /** does the real thing in the real pages, and is done when it arrived */
  play: (toneel: Toneel, zaak: Zaak) => Promise<unknown>
}

/** How many of the newest mails are looked at. */
const MAILS = 10
const STATUS = 'Aanvraag compleet'

const GEZIEN = /Gezien door de aanvrager op/

const OVERLOADED = 503

/** Time to read what will be saved. */
const READ_MS = 2500

/** What comes after `vraagAan`. */
export const VERHAAL: readonly Stap[] = [
  {
    naam: 'aanvraag',
    side: 'burger',
    play: async ({ burger }, { zaakId, omschrijving }) => {
      await burger.open('/mijn', new RegExp(omschrijving))
      await burger.open(`/mijn/zaken/${zaakId}`, new RegExp(omschrijving))
    },
  },
  {
    naam: 'balie',
    side: 'balie',
    play: async ({ balie }, { omschrijving }) => {
      await balie.open('/balie', /Werkvoorraad/)
      await balie.fill(/^Zaaknummer, aanvrager/, omschrijving)
      await balie.click(/^Zoeken$/)
      await balie.sees(new RegExp(`1 zaak[^]*${omschrijving}`))
    },
  },
  {
    naam: 'status',
    side: 'balie',
    play: async ({ balie, signal }, { zaakId, omschrijving }) => {
      await balie.open(`/balie/zaken/${zaakId}`, new RegExp(omschrijving))
      await balie.click(new RegExp(`^${STATUS}`))
      await balie.fill(/^Toelichting voor de aanvrager/, 'De brandweer kijkt nu mee.')
      await balie.show(/^Zo ziet de aanvrager het/)
      await pause(READ_MS, signal)
      await balie.click(/^Status opslaan$/)
      await balie.sees(/Opgeslagen\./)
    },
  },
  {
    naam: 'bericht',
    side: 'lijn',
    play: ({ wire, signal }, { zaakId }) =>
      until(() => {
        const last = wire()?.bezorgingen.find((one) => one.zaakId === zaakId && isPortaal(one))
        return last?.status === 'bezorgd'
      }, signal),
  },
  {
    naam: 'telefoon',
    side: 'burger',
    waitsMs: 10 * SECOND_MS,
    play: async ({ burger, signal }, { zaakId }) => {
      await burger.sees(/Zojuist gewijzigd|Just changed/)
      await pause(READ_MS, signal)
      await burger.open(await until(() => findMail(zaakId, signal), signal), new RegExp(zaakId))
    },
  },
  {
    naam: 'antwoord',
    side: 'burger',
    waitsMs: 20 * SECOND_MS,
    play: async ({ balie, burger, signal }, { zaakId, omschrijving }) => {
      await burger.open(`/mijn/zaken/${zaakId}`, new RegExp(omschrijving))
      await balie.open(`/balie/zaken/${zaakId}/aanvullen`, /Wat mist u/)
      await balie.fill(/^Wat mist u/, 'Plattegrond')
      await balie.click(/^Over twee weken/)
      await pause(READ_MS, signal)
      await balie.click(/^Aanvulling vragen$/)
      await burger.click(/^(Ik heb dit gestuurd|I have sent this)/)
      await burger.click(/^(Ja, ik heb|Yes, I)/)
      await balie.open(`/balie/zaken/${zaakId}`, /Aanvrager meldt dat alles is gestuurd/)
      await balie.click(/^Leg vast wat binnen is/)
      await balie.click(/\(Binnengekomen op\)/)
      await balie.click(/^Ontvangst vastleggen$/)
      await burger.sees(/Wij hebben uw informatie|We have your information/)
    },
  },
  {
    naam: 'bewijs',
    side: 'balie',
    play: async ({ balie }, { zaakId }) => {
      await balie.open(`/balie/zaken/${zaakId}`, GEZIEN)
      await balie.show(GEZIEN)
    },
  },
]

/** The mail about this zaak and the status that it got, if it is among the newest: others get mail too. */
async function findMail(zaakId: string, signal: AbortSignal): Promise<string | undefined> {
  await pause(SECOND_MS, signal)
  const newest = new Set((await getText('/demo/post')).match(/\/demo\/post\/[\w-]+/g))
  for (const path of [...newest].slice(0, MAILS)) {
    const mail = await getText(path)
    if (mail.includes(zaakId) && mail.includes(STATUS)) return path
  }
}

async function getText(path: string): Promise<string> {
  return (await fetch(path, { cache: 'no-store' })).text()
}

/** As the form of a supplier does it: over the API, with the token that the demo shows. */
export async function vraagAan(signal: AbortSignal): Promise<Zaak> {
  const { token } = (await getJson('/api/zaaksysteem/demo/token')) as { token: string }
  const { naam, bsn } = DEMO_BURGERS.find(({ id }) => id === DEMO_BURGER) as (typeof DEMO_BURGERS)[number]
  // Of no other story that begins in the same second: the desk looks for it by this, and finds one.
  const digits = '2-digit'
  const moment = { hour: digits, minute: digits, second: digits, fractionalSecondDigits: 3 } as const
  const omschrijving = `Straatfeest ${new Date().toLocaleTimeString('nl-NL', moment)}`
  const sleutel = crypto.randomUUID()
  const send = () =>
    fetch('/api/zaaksysteem/v1/zaken', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': sleutel,
      },
      body: JSON.stringify({ zaaktype: 'APV-EVEN', omschrijving, initiator: { naam, bsn } }),
      signal,
    })
  // A busy system says when to send it again, and the key makes it one zaak.
  const response = await until(async () => {
    const answer = await send()
    if (answer.status !== OVERLOADED) return answer
    await pause(Number(answer.headers.get('Retry-After')) * SECOND_MS, signal)
  }, signal)
  if (!response.ok) throw new Error(`The application was answered ${response.status}`)
  const { uuid } = (await response.json()) as { uuid: string }
  return { zaakId: uuid, omschrijving }
}
