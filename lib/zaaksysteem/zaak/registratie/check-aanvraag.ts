import { z } from 'zod'
import { ONE_LINE } from '#lib/contract/text.ts'
import { bsn, kvkNummer, vestigingsnummer } from '#lib/contract/zaak-resource.ts'
import { findZaaktypen } from '../../catalogus/find-zaaktypen.ts'
import { findTeams } from '../../catalogus/team/find-teams.ts'
import type { Zaaktype } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { type Afgeschermd, type Gerechtigde, mag } from '../../rechten/mag.ts'
import { brokenRules, type Check, type Weigering } from '../handelingen/rules.ts'

const MAX_OMSCHRIJVING = 80
const MAX_NAAM = 200
const MAX_ADRES = 200
const MAX_LINES = 4
/** Before any application that can be open, so an earlier date is a typing error. */
export const EARLIEST_STARTDATUM = '1900-01-01'

/** An application as typed; `checkAanvraag` validates it. */
export type Aanvraag = {
  /** identificatie of a zaaktype */
  zaaktype: string
  /** at most 80 characters, without personal data */
  omschrijving: string
  /** a citizen with a BSN, or a company with a KvK-nummer and optionally one vestiging */
  aanvrager: {
    naam: string
    bsn?: string | undefined
    kvkNummer?: string | undefined
    vestigingsnummer?: string | undefined
    /** Lines as on an envelope, without the name. Empty means none, as for the telefoonnummer. */
    adres?: string | undefined
    telefoonnummer?: string | undefined
  }
  behandelaar?: { id: string; subject?: never } | { id?: never; subject: string } | undefined
  /** the only zaaktypen that the caller may use; absent: all */
  zaaktypen?: readonly string[] | undefined
  /** the day of receipt, `yyyy-mm-dd`; today when absent */
  startdatum?: string | undefined
  /** the team that handles it; the team of the zaaktype when absent */
  team?: string | undefined
  /** true: visible at the desk only to behandelaars of its team */
  vertrouwelijk?: boolean | undefined
}

export type Gegevens = Pick<Aanvraag, 'omschrijving' | 'aanvrager'>

type Persoon = Gerechtigde & { id: string }

type Checked = {
  aanvraag: Aanvraag
  today: string
  zaaktype: Zaaktype | undefined
  /** the zaak as it would be */
  zaak: Afgeschermd
  teams: readonly string[]
  /** null when it is not registered by a behandelaar */
  door: Persoon | null
  /** null when none is named */
  behandelaar: Persoon | null
}

const TELEFOONNUMMER = /^\+?[\d -]{6,19}$/

const EEN_REGEL =
  'Dit moet één regel zijn, zonder onzichtbare tekens die de volgorde van letters omkeren. Typ het opnieuw.'

const isDate = (text: string) => z.iso.date().safeParse(text).success

/**
 * Rules for the gegevens, at registration and at a correction. `pointer` and `detail` are sent to API
 * clients; neither quotes the input, which may be a BSN.
 */
export const GEGEVENS_RULES = [
  {
    reason: 'omschrijving_missing',
    tekst: 'Vul een omschrijving in.',
    veld: 'omschrijving',
    pointer: '/omschrijving',
    detail: 'omschrijving must not be empty.',
    broken: ({ aanvraag }) => aanvraag.omschrijving.trim() === '',
  },
  {
    reason: 'omschrijving_too_long',
    tekst: 'De omschrijving is te lang. Gebruik hoogstens 80 tekens.',
    veld: 'omschrijving',
    pointer: '/omschrijving',
    detail: `omschrijving holds at most ${MAX_OMSCHRIJVING} characters.`,
    broken: ({ aanvraag }) => aanvraag.omschrijving.length > MAX_OMSCHRIJVING,
  },
  {
    reason: 'omschrijving_characters',
    tekst: EEN_REGEL,
    veld: 'omschrijving',
    pointer: '/omschrijving',
    detail: 'omschrijving must be one line of text, without characters that reverse its direction.',
    broken: ({ aanvraag }) => !ONE_LINE.test(aanvraag.omschrijving),
  },
  {
    reason: 'aanvrager_not_one',
    tekst: 'Kies of een inwoner of een bedrijf dit aanvraagt.',
    veld: 'soort',
    pointer: '/initiator',
    detail: 'initiator needs either a bsn or a kvkNummer.',
    broken: ({ aanvraag: { aanvrager } }) => (aanvrager.bsn === undefined) === (aanvrager.kvkNummer === undefined),
  },
  {
    reason: 'bsn_invalid',
    tekst: 'Dit BSN klopt niet. Controleer de cijfers.',
    veld: 'bsn',
    pointer: '/initiator/bsn',
    detail: 'bsn must be nine digits that pass the elfproef.',
    broken: ({ aanvraag: { aanvrager } }) => aanvrager.bsn !== undefined && !bsn.safeParse(aanvrager.bsn).success,
  },
  {
    reason: 'kvk_invalid',
    tekst: 'Dit is geen KvK-nummer. Een KvK-nummer heeft acht cijfers. Controleer het nummer.',
    veld: 'kvk',
    pointer: '/initiator/kvkNummer',
    detail: 'kvkNummer must be eight digits.',
    broken: ({ aanvraag: { aanvrager } }) =>
      aanvrager.kvkNummer !== undefined && !kvkNummer.safeParse(aanvrager.kvkNummer).success,
  },
  {
    reason: 'vestiging_invalid',
    tekst: 'Dit is geen vestigingsnummer. Een vestigingsnummer heeft twaalf cijfers. Controleer het nummer.',
    veld: 'vestiging',
    pointer: '/initiator/vestigingsnummer',
    detail: 'vestigingsnummer must be twelve digits, and requires a kvkNummer.',
    broken: ({ aanvraag: { aanvrager } }) =>
      aanvrager.vestigingsnummer !== undefined &&
      (aanvrager.kvkNummer === undefined || !vestigingsnummer.safeParse(aanvrager.vestigingsnummer).success),
  },
  {
    reason: 'naam_missing',
    tekst: 'Vul de naam van de aanvrager in.',
    veld: 'naam',
    pointer: '/initiator/naam',
    detail: 'naam must not be empty.',
    broken: ({ aanvraag }) => aanvraag.aanvrager.naam.trim() === '',
  },
  {
    reason: 'naam_too_long',
    tekst: 'De naam is te lang. Gebruik hoogstens 200 tekens.',
    veld: 'naam',
    pointer: '/initiator/naam',
    detail: `naam holds at most ${MAX_NAAM} characters.`,
    broken: ({ aanvraag }) => aanvraag.aanvrager.naam.length > MAX_NAAM,
  },
  {
    reason: 'naam_characters',
    tekst: EEN_REGEL,
    veld: 'naam',
    pointer: '/initiator/naam',
    detail: 'naam must be one line of text, without characters that reverse its direction.',
    broken: ({ aanvraag }) => !ONE_LINE.test(aanvraag.aanvrager.naam),
  },
  {
    reason: 'adres_too_long',
    tekst: 'Het postadres is te lang. Gebruik hoogstens 200 tekens.',
    veld: 'adres',
    pointer: '/initiator/adres',
    detail: `adres holds at most ${MAX_ADRES} characters.`,
    broken: ({ aanvraag: { aanvrager } }) => (aanvrager.adres ?? '').length > MAX_ADRES,
  },
  {
    reason: 'adres_lines',
    tekst:
      'Het postadres heeft te veel regels, of een teken dat wij niet kunnen bewaren. Gebruik hoogstens vier regels.',
    veld: 'adres',
    pointer: '/initiator/adres',
    detail: 'adres must be at most four lines of text.',
    broken: ({ aanvraag: { aanvrager } }) => {
      const lines = (aanvrager.adres ?? '').split('\n')
      return lines.length > MAX_LINES || lines.some((line) => !ONE_LINE.test(line))
    },
  },
  {
    reason: 'telefoonnummer_invalid',
    tekst: 'Dit is geen telefoonnummer. Gebruik alleen cijfers, spaties en streepjes, met of zonder een + ervoor.',
    veld: 'telefoonnummer',
    pointer: '/initiator/telefoonnummer',
    detail: 'telefoonnummer must be 6 to 19 digits, spaces or hyphens, after an optional plus.',
    broken: ({ aanvraag: { aanvrager } }) =>
      Boolean(aanvrager.telefoonnummer) && !TELEFOONNUMMER.test(aanvrager.telefoonnummer ?? ''),
  },
] as const satisfies (Check<{ aanvraag: Gegevens }> & Required<Weigering> & { pointer: string; detail: string })[]

export type GegevensRefusal = (typeof GEGEVENS_RULES)[number]['reason']

/** Rules for the startdatum, at registration and at a correction. */
export const STARTDATUM_RULES = [
  {
    reason: 'startdatum_in_future',
    tekst: 'De aanvraag kan niet later dan vandaag zijn ingediend. Controleer de datum.',
    veld: 'startdatum',
    detail: 'startdatum must not lie after today.',
    broken: ({ aanvraag: { startdatum }, today }) =>
      startdatum !== undefined && isDate(startdatum) && startdatum > today,
  },
  {
    reason: 'startdatum_too_early',
    tekst: 'De datum ligt vóór 1900. Controleer het jaar.',
    veld: 'startdatum',
    detail: `startdatum must not lie before ${EARLIEST_STARTDATUM}.`,
    broken: ({ aanvraag: { startdatum } }) =>
      startdatum !== undefined && isDate(startdatum) && startdatum < EARLIEST_STARTDATUM,
  },
] as const satisfies (Check<{ aanvraag: Pick<Aanvraag, 'startdatum'>; today: string }> &
  Required<Weigering> & { detail: string })[]

/** All rules of registration, with the texts and fields of its form at the desk. */
export const REGISTRATION_RULES = [
  { reason: 'zaaktype_unknown', tekst: 'Kies een zaaktype.', veld: 'zaaktype', broken: ({ zaaktype }) => !zaaktype },
  ...GEGEVENS_RULES,
  {
    reason: 'startdatum_invalid',
    tekst: 'Vul een datum in: dag, maand en jaar.',
    veld: 'startdatum',
    broken: ({ aanvraag: { startdatum } }) => startdatum !== undefined && !isDate(startdatum),
  },
  ...STARTDATUM_RULES,
  {
    reason: 'team_unknown',
    tekst: 'Dit team kennen wij niet. Kies een ander team.',
    veld: 'team',
    broken: ({ aanvraag: { team }, teams }) => team !== undefined && !teams.includes(team),
  },
  {
    reason: 'team_not_permitted',
    tekst:
      'U mag bij dit team geen zaken behandelen, of geen vertrouwelijke. Kies een ander team. Een vertrouwelijke zaak registreert u alleen bij uw eigen team.',
    veld: 'team',
    broken: ({ door, zaak }) => door !== null && !mag(door, 'behandelen', zaak),
  },
  {
    reason: 'behandelaar_unknown',
    tekst: 'Deze behandelaar kennen wij niet. Kies opnieuw.',
    veld: 'behandelaar',
    broken: ({ aanvraag, behandelaar }) => aanvraag.behandelaar !== undefined && behandelaar === null,
  },
  {
    reason: 'behandelaar_not_permitted',
    tekst: 'Deze behandelaar mag bij dit team geen zaken behandelen. Kies iemand anders.',
    veld: 'behandelaar',
    broken: ({ behandelaar, zaak }) => behandelaar !== null && !mag(behandelaar, 'behandelen', zaak),
  },
  {
    reason: 'not_coordinator',
    tekst: 'Alleen een coördinator van dit team geeft een zaak aan een ander. Kies uzelf of nog niemand.',
    veld: 'behandelaar',
    broken: ({ door, behandelaar, zaak }) =>
      door !== null && behandelaar !== null && door.id !== behandelaar.id && !mag(door, 'coordineren', zaak),
  },
] as const satisfies (Check<Checked> & Required<Weigering>)[]

export type RegisterRefusal = (typeof REGISTRATION_RULES)[number]['reason']

/**
 * Checks whether an aanvraag can be registered. Returns all broken rules, or its
 * zaaktype, team and behandelaar.
 *
 * @param options.behandelaarId the behandelaar who registers it, if any
 */
export async function checkAanvraag(
  ctx: Pick<ZaaksysteemContext, 'db' | 'pool' | 'once' | 'clock'>,
  aanvraag: Aanvraag,
  { today, behandelaarId }: { today: string; behandelaarId: string | undefined },
): Promise<
  | { ok: true; zaaktype: Zaaktype; team: string; behandelaarId: string | null }
  | { ok: false; reason: 'refused'; broken: RegisterRefusal[] }
> {
  const { zaaktypen = [aanvraag.zaaktype], startdatum = today } = aanvraag
  const every = await findZaaktypen(ctx, isDate(startdatum) ? startdatum : today)
  const zaaktype = every.find(
    ({ identificatie }) => identificatie === aanvraag.zaaktype && zaaktypen.includes(identificatie),
  )
  const { team = zaaktype?.team ?? '', vertrouwelijk = false } = aanvraag
  const [teams, door, behandelaar] = await Promise.all([
    findTeams(ctx),
    findPersoon(ctx.db, behandelaarId === undefined ? undefined : { id: behandelaarId }),
    findPersoon(ctx.db, aanvraag.behandelaar),
  ])
  const checked = { aanvraag, today, zaaktype, zaak: { team, vertrouwelijk }, teams, door, behandelaar }
  const broken = brokenRules(REGISTRATION_RULES, checked)
  if (!zaaktype || broken.length > 0) return { ok: false, reason: 'refused', broken }
  return { ok: true, zaaktype, team, behandelaarId: behandelaar?.id ?? null }
}

async function findPersoon(
  db: ZaaksysteemContext['db'],
  behandelaar: Aanvraag['behandelaar'],
): Promise<Persoon | null> {
  if (!behandelaar || (behandelaar.id !== undefined && !z.uuid().safeParse(behandelaar.id).success)) return null
  return db.behandelaar.findUnique({ where: behandelaar, select: { id: true, team: true, rollen: true } })
}
