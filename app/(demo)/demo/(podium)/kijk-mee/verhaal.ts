import { DEMO_BURGERS } from '#demo/stage/demo-burgers.ts'
import { DEMO_BURGER } from '#demo/stage/demo-zaak.ts'
import { SECOND_MS } from '#lib/platform/durations.ts'
import { isPortaal } from '../../bezorging.tsx'
import { getJson } from '../../get-json.ts'
import type { Side } from '../../podium.tsx'
import { pause, type Scherm, until } from '../../scherm.ts'
import type { WireState } from '../../use-wire.ts'

/** An effect that a step waits for; the texts of the demo have a sentence for each. */
export type Verwacht =
  | 'aanvraag'
  | 'portaal'
  | 'werkvoorraad'
  | 'lezen'
  | 'opslaan'
  | 'bezorging'
  | 'bijwerken'
  | 'mail'
  | 'vraag'
  | 'bedenktijd'
  | 'ontvangst'
  | 'gezien'

type Toneel = {
  balie: Scherm
  burger: Scherm
  wire: () => WireState | undefined
  /** shows to the visitor what the step waits for from now on */
  awaits: (what: Verwacht) => void
  signal: AbortSignal
}

/** The zaak of the story, which its first step creates. */
export type Zaak = { zaakId: string; omschrijving: string }

type Stap = {
  naam: 'aanvraag' | 'balie' | 'status' | 'bericht' | 'telefoon' | 'antwoord' | 'bewijs'
  /** the side that the visitor should look at */
  side: Side
  /**
   * The parts that perform the step in the real pages, one after the other; the last resolves when the effect
   * is visible. A step that is played again begins at the part that did not end.
   */
  parts: readonly ((toneel: Toneel, zaak: Zaak) => Promise<unknown>)[]
}

/** How many of the newest mails are searched. */
const MAILS = 10
const STATUS = 'Aanvraag compleet'

const GEZIEN = /Gezien door de aanvrager op/

const OVERLOADED = 503

/** Time for the visitor to read what will be saved. */
const READ_MS = 2500

/** The steps after `vraagAan`. */
export const VERHAAL: readonly Stap[] = [
  {
    naam: 'aanvraag',
    side: 'burger',
    parts: [
      async ({ burger, awaits }, { zaakId, omschrijving }) => {
        awaits('portaal')
        await burger.open('/mijn', new RegExp(omschrijving))
        await burger.open(`/mijn/zaken/${zaakId}`, new RegExp(omschrijving))
      },
    ],
  },
  {
    naam: 'balie',
    side: 'balie',
    parts: [
      async ({ balie, awaits }, { omschrijving }) => {
        awaits('werkvoorraad')
        await balie.open('/balie', /Werkvoorraad/)
        await balie.fill(/^Zaaknummer, aanvrager/, omschrijving)
        await balie.click(/^Zoeken$/)
        await balie.sees(new RegExp(`1 zaak[^]*${omschrijving}`))
        await balie.show(new RegExp(omschrijving))
      },
    ],
  },
  {
    naam: 'status',
    side: 'balie',
    parts: [
      async ({ balie, awaits, signal }, { zaakId, omschrijving }) => {
        awaits('lezen')
        await balie.open(`/balie/zaken/${zaakId}`, new RegExp(omschrijving))
        await balie.click(new RegExp(`^${STATUS}`))
        await balie.fill(/^Toelichting voor de aanvrager/, 'De brandweer kijkt nu mee.')
        await balie.show(/^Zo ziet de aanvrager het/)
        await pause(READ_MS, signal)
        await balie.click(/^Status opslaan$/)
      },
      async ({ balie, awaits }) => {
        awaits('opslaan')
        await balie.sees(/Opgeslagen\./)
      },
    ],
  },
  {
    naam: 'bericht',
    side: 'lijn',
    parts: [
      ({ wire, awaits, signal }, { zaakId }) => {
        awaits('bezorging')
        return until(() => {
          const last = wire()?.bezorgingen.find((one) => one.zaakId === zaakId && isPortaal(one))
          return last?.status === 'bezorgd'
        }, signal)
      },
    ],
  },
  {
    naam: 'telefoon',
    side: 'burger',
    parts: [
      async ({ burger, awaits, signal }) => {
        awaits('bijwerken')
        await burger.sees(/Zojuist gewijzigd|Just changed/)
        await pause(READ_MS, signal)
      },
      async ({ burger, awaits, signal }, { zaakId }) => {
        awaits('mail')
        await burger.open(await until(() => findMail(zaakId, signal), signal), new RegExp(zaakId))
      },
    ],
  },
  {
    naam: 'antwoord',
    side: 'burger',
    parts: [
      async ({ balie, burger, awaits, signal }, { zaakId, omschrijving }) => {
        awaits('lezen')
        await burger.open(`/mijn/zaken/${zaakId}`, new RegExp(omschrijving))
        await balie.open(`/balie/zaken/${zaakId}/aanvullen`, /Wat mist u/)
        await balie.fill(/^Wat mist u/, 'Plattegrond')
        await balie.click(/^Over twee weken/)
        await pause(READ_MS, signal)
        await balie.click(/^Aanvulling vragen$/)
      },
      async ({ burger, awaits }) => {
        awaits('vraag')
        await burger.click(/^(Ik heb dit gestuurd|I have sent this)/)
        await burger.click(/^(Ja, ik heb|Yes, I)/)
      },
      async ({ balie, awaits }, { zaakId }) => {
        awaits('bedenktijd')
        await balie.open(`/balie/zaken/${zaakId}`, /Aanvrager meldt dat alles is gestuurd/)
        await balie.click(/^Leg vast wat binnen is/)
        await balie.click(/\(Binnengekomen op\)/)
        await balie.click(/^Ontvangst vastleggen$/)
      },
      async ({ balie, burger, awaits }) => {
        awaits('ontvangst')
        await balie.sees(/Binnen op \d/)
        await burger.show(/^(Wij hebben uw informatie|We have your information)/)
      },
    ],
  },
  {
    naam: 'bewijs',
    side: 'balie',
    parts: [
      async ({ balie, awaits }, { zaakId }) => {
        awaits('gezien')
        await balie.open(`/balie/zaken/${zaakId}`, GEZIEN)
        await balie.show(GEZIEN)
      },
    ],
  },
]

/** Finds the mail about this zaak and its status among the newest mails; other zaken cause mail too. */
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

/** Files the application as a supplier's form does: over the API, with the token that the demo shows. */
export async function vraagAan(signal: AbortSignal): Promise<Zaak> {
  const { token } = (await getJson('/api/zaaksysteem/demo/token')) as { token: string }
  const { naam, bsn } = DEMO_BURGERS.find(({ id }) => id === DEMO_BURGER) as (typeof DEMO_BURGERS)[number]
  // Unique to the millisecond, because the desk finds the zaak of this story by its omschrijving.
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
  // An overloaded API answers with Retry-After; the Idempotency-Key makes retries create one zaak.
  const response = await until(async () => {
    const answer = await send()
    if (answer.status !== OVERLOADED) return answer
    await pause(Number(answer.headers.get('Retry-After')) * SECOND_MS, signal)
  }, signal)
  if (!response.ok) throw new Error(`The application was answered ${response.status}`)
  const { uuid } = (await response.json()) as { uuid: string }
  return { zaakId: uuid, omschrijving }
}
