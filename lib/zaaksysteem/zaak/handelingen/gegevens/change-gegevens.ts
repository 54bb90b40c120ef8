import { isDeepStrictEqual } from 'node:util'
import { gegevenswijzigingRequest } from '#lib/contract/handeling-requests.ts'
import { correctedTermijn } from '../../herberekening/replay-termijn.ts'
import { GEGEVENS_RULES, type Gegevens, STARTDATUM_RULES } from '../../registratie/check-aanvraag.ts'
import { changeStatement } from '../../wijziging/apply-change.ts'
import type { ZaakAtVersie } from '../../wijziging/find-zaak-at-versie.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { CLOSED, REASON_REQUIRED, type Subject, type Weigering } from '../rules.ts'

type Gegevenswijziging = InputOf<typeof gegevenswijzigingRequest>

const AANVRAGER = ['aanvrager_bsn', 'aanvrager_kvk', 'aanvrager_vestiging']
/** These may be removed too, by an empty text. */
const BEREIKBAAR = ['aanvrager_adres', 'aanvrager_telefoon']
const KEPT = ['omschrijving', 'aanvrager_naam', ...AANVRAGER, ...BEREIKBAAR]
/** The columns of the present or future aanvrager. */
const aanvragerOf = (table: string) => AANVRAGER.map((column) => `${table}.${column}::text`).join(', ')

/**
 * In this statement `zaak` is the row before the change, because a statement does not see its own updates.
 */
const STATEMENT = changeStatement('change-gegevens', {
  columns: {
    aanleiding: 'text',
    startdatum: 'date',
    has_aanvrager: 'boolean',
    ...Object.fromEntries(KEPT.map((column) => [column, 'text'])),
  },
  set: [
    'omschrijving = coalesce(act.omschrijving, zaak.omschrijving)',
    'startdatum = coalesce(act.startdatum, zaak.startdatum)',
    'aanvrager_naam = coalesce(act.aanvrager_naam, zaak.aanvrager_naam)',
    ...BEREIKBAAR.map((column) => `${column} = nullif(coalesce(act.${column}, zaak.${column}), '')`),
    ...AANVRAGER.map((column) => `${column} = case when act.has_aanvrager then act.${column} else zaak.${column} end`),
  ].join(', '),
  also: {
    kept: `
      insert into gegevenswijziging (zaak_id, versie, aanleiding, andere_aanvrager, startdatum, ${KEPT.join(', ')})
      select zaak.id, changed.versie, changed.aanleiding,
        changed.has_aanvrager and (${aanvragerOf('zaak')}) is distinct from (${aanvragerOf('changed')}),
        zaak.startdatum, ${KEPT.map((column) => `zaak.${column}`).join(', ')}
      from changed join zaak on zaak.id = any (array[changed.id])`,
  },
})

/** The form of this act has one field for both numbers, unlike that of registration. */
const HERE: Record<string, Partial<Weigering>> = {
  aanvrager_not_one: { tekst: 'Vul het KvK-nummer van het bedrijf in.', veld: 'nummer' },
  bsn_invalid: { veld: 'nummer' },
  kvk_invalid: { veld: 'nummer' },
  adres_too_long: { veld: 'toelichting' },
  adres_lines: { veld: 'toelichting' },
  telefoonnummer_invalid: { veld: 'toelichting' },
}

/**
 * Gegevens verbeteren: corrects the omschrijving, the aanvrager or the startdatum of a zaak. The old gegevens
 * are kept with the reason. Its terms follow from the corrected startdatum.
 */
export const CHANGE_GEGEVENS = {
  soort: 'gegevenswijziging',
  auditnaam: 'gegevens_wijzigen',
  recht: 'behandelen',
  needs: [],
  rules: [
    ...[...GEGEVENS_RULES, ...STARTDATUM_RULES].map(({ reason, tekst, veld, detail, broken }) => ({
      reason,
      tekst,
      veld,
      ...HERE[reason],
      detail,
      broken: ({ zaak, input, today }: Subject<Gegevenswijziging>) =>
        broken({ aanvraag: becoming(zaak, input), today }),
    })),
    {
      reason: 'startdatum_of_closed',
      tekst: 'De zaak is afgehandeld. Heropen haar eerst als zij op een andere dag is ingediend.',
      veld: 'startdatum',
      detail: 'The zaak is closed, so its term is over: reopen it before correcting its startdatum.',
      status: 409,
      broken: (subject) => isOtherDay(subject) && CLOSED.broken(subject),
    },
    {
      reason: 'startdatum_after_act',
      tekst: 'Op een eerdere dag is al iets met deze zaak gedaan. Vul een eerdere dag in.',
      veld: 'startdatum',
      detail: 'startdatum must not lie after a day on which something was done with the zaak.',
      broken: ({ zaak, input }) => daysOf(zaak).some((day) => becoming(zaak, input).startdatum > day),
    },
    {
      ...REASON_REQUIRED,
      broken: (subject) => isOtherDay(subject) && REASON_REQUIRED.broken(subject),
    },
    {
      reason: 'nothing_changed',
      tekst: 'Dit staat al zo in de zaak. Er is niets veranderd.',
      veld: 'omschrijving',
      detail: 'The zaak already has these values.',
      broken: ({ zaak, input }) => isDeepStrictEqual(becoming(zaak, input), gegevensOf(zaak)),
    },
  ],
  next: (subject, ctx) => {
    const { startdatum } = subject.input
    return isOtherDay(subject) ? correctedTermijn(ctx, subject, { soort: 'gegevenswijziging', startdatum }) : {}
  },
  also: ({ aanleiding, omschrijving, startdatum, initiator = {} }) => ({
    statement: STATEMENT,
    row: {
      aanleiding,
      omschrijving,
      startdatum,
      aanvrager_naam: initiator.naam,
      has_aanvrager: hasNumber(initiator),
      aanvrager_bsn: initiator.bsn,
      aanvrager_kvk: initiator.kvkNummer,
      aanvrager_vestiging: initiator.vestigingsnummer,
      aanvrager_adres: initiator.adres,
      aanvrager_telefoon: initiator.telefoonnummer,
    },
  }),
  api: {
    segment: 'gegevenswijzigingen',
    scope: 'zaken.corrigeren',
    schema: gegevenswijzigingRequest,
    id: 'gegevensWijzigen',
    name: 'Gegevenswijziging',
    summary: 'Correct the omschrijving, startdatum or initiator',
    example: { versie: 2, aanleiding: 'Een cijfer van het BSN was fout.', initiator: { bsn: '999990342' } },
  },
} as const satisfies Act<Gegevenswijziging>

export const changeGegevens = performing(CHANGE_GEGEVENS)

function hasNumber({ bsn, kvkNummer, vestigingsnummer }: NonNullable<Gegevenswijziging['initiator']>): boolean {
  return [bsn, kvkNummer, vestigingsnummer].some((number) => number !== undefined)
}

const isOtherDay = ({ zaak, input: { startdatum = zaak.startdatum } }: Subject<Gegevenswijziging>) =>
  startdatum !== zaak.startdatum

/** Returns the days of acts on the zaak; its startdatum cannot be later. */
function daysOf({ besluiten, ...zaak }: ZaakAtVersie): string[] {
  const { opgeschortOp, hervatOp, daarnaOp, ontwerpdatum, ingebrekegesteldOp, doorgezondenOp } = zaak
  const acts = [opgeschortOp, hervatOp, daarnaOp, ontwerpdatum, ingebrekegesteldOp, doorgezondenOp]
  const days = [...acts, ...besluiten.map(({ datum }) => datum)]
  return days.filter((day) => day !== null)
}

type Stated = Gegevens & { startdatum: string }

function gegevensOf({ omschrijving, startdatum, ...zaak }: ZaakAtVersie): Stated {
  const { aanvragerNaam: naam, aanvragerBsn, aanvragerKvk, aanvragerVestiging } = zaak
  const [adres, telefoonnummer] = [zaak.aanvragerAdres ?? '', zaak.aanvragerTelefoon ?? '']
  const numbers = { bsn: aanvragerBsn, kvkNummer: aanvragerKvk, vestigingsnummer: aanvragerVestiging }
  const known = Object.entries(numbers).filter(([, number]) => number !== null)
  return { omschrijving, startdatum, aanvrager: { naam, adres, telefoonnummer, ...Object.fromEntries(known) } }
}

function becoming(zaak: ZaakAtVersie, { omschrijving, startdatum, initiator = {} }: Gegevenswijziging): Stated {
  const { aanvrager, ...now } = gegevensOf(zaak)
  const {
    naam = aanvrager.naam,
    adres = aanvrager.adres,
    telefoonnummer = aanvrager.telefoonnummer,
    ...numbers
  } = initiator
  return {
    omschrijving: omschrijving ?? now.omschrijving,
    startdatum: startdatum ?? now.startdatum,
    aanvrager: { ...(hasNumber(numbers) ? numbers : aanvrager), naam, adres, telefoonnummer },
  }
}
