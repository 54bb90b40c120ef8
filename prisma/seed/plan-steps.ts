import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { naarWerkdag } from '#lib/platform/feestdagen.ts'
import type { Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import { DAY_MS, daysAfter, duringOfficeHours, type Random } from './random.ts'

/** Notes of a behandelaar to the citizen with a step or a resultaat; short, at language level B1. */
const TOELICHTINGEN: Record<string, readonly string[]> = {
  aanvraag_compleet: [
    'Wij hebben alles gekregen. Dank u wel.',
    'Alles zit erbij. Wij gaan verder.',
    'Uw bijlagen zijn compleet. Dank u wel.',
  ],
  in_behandeling: [
    'Wij kijken of de plek vrij is.',
    'Wij overleggen met onze collega van verkeer.',
    'Een collega komt deze week kijken.',
  ],
  inhoudelijk_beoordeeld: [
    'Uw plan past in het omgevingsplan.',
    'Wij hebben uw plan getoetst aan de regels voor bouwen.',
    'De welstandscommissie heeft uw plan bekeken.',
  ],
  ontwerp_ter_inzage: ['U vindt het ontwerpbesluit op onze website en op het gemeentehuis.'],
  boom_beoordeeld: ['Onze boomdeskundige is langs geweest.', 'De boom is van dichtbij bekeken.'],
  locatie_beoordeeld: ['Er is genoeg ruimte voor een inrit.', 'Wij hebben gemeten of u veilig de weg op kunt.'],
  adviezen_ontvangen: [
    'Politie en brandweer hebben advies gegeven. Wij gebruiken dat om te beslissen.',
    'De GHOR vraagt om een extra EHBO-post. Dat nemen wij mee.',
  ],
  ondernemer_getoetst: ['De toets is klaar. Er zijn geen bezwaren.', 'Wij hebben uw gegevens gecontroleerd.'],
  gegevens_gecontroleerd: ['Uw adres en kenteken kloppen.', 'Uw gegevens zijn in orde.'],
  medisch_advies_ontvangen: ['De arts heeft ons het advies gestuurd.'],
  besluit_genomen: ['U krijgt de brief met ons besluit deze week.'],
  verleend: ['Let op de voorwaarden in het besluit.', 'Het besluit geldt vanaf vandaag.', 'Bewaar het besluit goed.'],
  geweigerd: [
    'U voldoet niet aan alle voorwaarden. In het besluit leest u welke.',
    'Wij begrijpen dat dit tegenvalt. Bel ons gerust.',
  ],
  buiten_behandeling: ['Wij vroegen u om meer informatie. Die hebben wij niet op tijd gekregen.'],
  ingetrokken: ['U heeft ons gebeld om te stoppen met uw aanvraag.'],
  heropening: ['Wij hebben een fout gemaakt in het besluit. Wij kijken er opnieuw naar.'],
}

export type PlannedStatus = {
  soort: 'statuswijziging'
  statustype: string
  resultaat?: string | undefined
  eerdereBesluiten?: 'vervangen'
}

/** The input of an act, without its actor and time. */
export type PlannedHandeling = (
  | PlannedStatus
  | { soort: 'heropening' | 'correctie' }
  /** by operation of law, not by a behandelaar */
  | { soort: 'aanvulling_verlopen' }
  | { soort: 'opschorting'; reden: string; op: string; tot: string }
  | { soort: 'hervatting' | 'aanvulling_ontvangen'; op: string }
  | { soort: 'verlenging'; dagen: number }
  | {
      soort: 'aanvullingsverzoek'
      uiterlijk: string
      aanvullingen: { naam: string; toelichting?: string; formulier?: string }[]
    }
) & { toelichting?: string | undefined }

export type PlannedStep = PlannedHandeling & {
  at: Date
  /** subject of the behandelaar */
  door: string
}

export type PlannedZaak = {
  id: string
  at: Date
  zaaktype: Zaaktype
  omschrijving: string
  aanvrager: { naam: string; bsn: string }
  /** subject */
  behandelaar: string | null
  vertrouwelijk: boolean
  steps: PlannedStep[]
}

const WITH_TOELICHTING = 0.6
const HALF_AN_HOUR_MS = 30 * 60 * 1000

/** Six weeks (Awb 3:16) and the days that the Algemene termijnenwet may add. */
const VERBLIJF_DAYS = 52

type Course = {
  zaaktype: Zaaktype
  from: Date
  to: Date
  /** in order; the last step gets the resultaat */
  statustypen: string[]
  resultaat?: string | undefined
  door: string
  /** for the last step, instead of a random one */
  toelichting?: string | undefined
}

/**
 * Spreads the steps evenly over the time between `from` and `to`, during office hours. A step with a legal
 * minimum of weeks, such as an ontwerpbesluit ter inzage, gets that time.
 */
export function planSteps(random: Random, { zaaktype, ...course }: Course): (PlannedStep & PlannedStatus)[] {
  const { from, to, statustypen } = course
  const lasting = statustypen.findIndex((each) =>
    zaaktype.statustypen.some(({ code, minstens }) => code === each && minstens),
  )
  if (lasting === -1 || lasting === statustypen.length - 1) return spreadSteps(random, course)
  const begun = daysAfter(to, -VERBLIJF_DAYS)
  const before = {
    ...course,
    statustypen: statustypen.slice(0, lasting + 1),
    resultaat: undefined,
    toelichting: undefined,
  }
  // There is no time for more steps.
  if (begun <= from) return spreadSteps(random, before)
  const after = { ...course, from: daysAfter(to, -2), statustypen: statustypen.slice(lasting + 1) }
  return [...spreadSteps(random, { ...before, to: begun }), ...spreadSteps(random, after)]
}

function spreadSteps(
  random: Random,
  { from, to, statustypen, door, ...last }: Omit<Course, 'zaaktype'>,
): (PlannedStep & PlannedStatus)[] {
  let previous = from
  return statustypen.map((statustype, index) => {
    const passed = (to.getTime() - from.getTime()) * ((index + 1) / statustypen.length)
    const planned = duringOfficeHours(random, new Date(from.getTime() + passed))
    previous = notBefore(previous, planned)
    const { resultaat, toelichting } = index === statustypen.length - 1 ? last : {}
    const chosen = random.pick(TOELICHTINGEN[resultaat ?? statustype] ?? [])
    const told = random.chance(WITH_TOELICHTING)
    return {
      at: previous,
      soort: 'statuswijziging' as const,
      statustype,
      resultaat,
      toelichting: toelichting ?? (told ? chosen : undefined),
      door,
    }
  })
}

/** Returns `planned`, or half an hour after the step before it when that is later. */
export function notBefore(previous: Date, planned: Date): Date {
  return planned > previous ? planned : new Date(previous.getTime() + HALF_AN_HOUR_MS)
}

/** Reopens a closed zaak five days later; with a `resultaat` it is closed again five days after that. */
export function planReopening(
  random: Random,
  { closing, door, resultaat }: { closing: PlannedStep & PlannedStatus; door: string; resultaat: string | undefined },
): PlannedStep[] {
  const at = duringOfficeHours(random, daysAfter(closing.at, 5))
  const reopened = { at, soort: 'heropening' as const, door, toelichting: random.pick(TOELICHTINGEN.heropening ?? []) }
  if (!resultaat) return [reopened]
  const closedAgain = {
    ...closing,
    at: duringOfficeHours(random, daysAfter(at, 5)),
    resultaat,
    eerdereBesluiten: 'vervangen',
  } as const
  return [reopened, { ...closedAgain, toelichting: random.pick(TOELICHTINGEN[resultaat] ?? []) }]
}

/**
 * Adds the unanswered request for an aanvulling before an aanvraag is left out of consideration (Awb 4:5).
 */
export function withAanvulling(steps: PlannedStep[], from: Date): PlannedStep[] {
  const last = steps.at(-1)
  if (last?.soort !== 'statuswijziging' || last.resultaat !== BUITEN_BEHANDELING) return steps
  const days = (last.at.getTime() - from.getTime()) / DAY_MS
  const on = (part: number) => dateInAmsterdam(daysAfter(from, days * part))
  const uiterlijk = on(0.7)
  const { door } = last
  const asked = { soort: 'aanvullingsverzoek', uiterlijk, aanvullingen: [{ naam: 'Plattegrond met maten' }] } as const
  return [
    ...steps.slice(0, -1),
    { ...asked, aanvullingen: [...asked.aanvullingen], at: new Date(`${naarWerkdag(on(0.2))}T10:00:00Z`), door },
    { soort: 'aanvulling_verlopen', at: justAfter(uiterlijk), door },
    last,
  ]
}

export const BUITEN_BEHANDELING = 'buiten_behandeling'

/** Shortly after midnight in the Netherlands, in summer and in winter. */
export const justAfter = (date: string) => new Date(`${date}T23:05:00Z`)
