import { gegevenswijzigingRequest } from '#lib/contract/handeling-requests.ts'
import { bsn } from '#lib/contract/zaak-resource.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { changeStatement } from '../wijziging/apply-change.ts'
import type { ZaakAtVersie } from '../wijziging/find-zaak-at-versie.ts'
import { type Act, type InputOf, performHandeling } from './perform-handeling.ts'

type Gegevenswijziging = InputOf<typeof gegevenswijzigingRequest>

const AANVRAGER = ['aanvrager_bsn', 'aanvrager_kvk', 'aanvrager_vestiging']
const KEPT = ['omschrijving', 'aanvrager_naam', ...AANVRAGER]
/** The columns of whose zaak it is or becomes. */
const aanvragerOf = (table: string) => AANVRAGER.map((column) => `${table}.${column}::text`).join(', ')

/** `zaak` is as it was before the change: a statement does not see its own. */
const STATEMENT = changeStatement('change-gegevens', {
  columns: {
    aanleiding: 'text',
    has_aanvrager: 'boolean',
    ...Object.fromEntries(KEPT.map((column) => [column, 'text'])),
  },
  set: [
    'omschrijving = coalesce(act.omschrijving, zaak.omschrijving)',
    'aanvrager_naam = coalesce(act.aanvrager_naam, zaak.aanvrager_naam)',
    ...AANVRAGER.map((column) => `${column} = case when act.has_aanvrager then act.${column} else zaak.${column} end`),
  ].join(', '),
  also: {
    kept: `
      insert into gegevenswijziging (zaak_id, versie, aanleiding, andere_aanvrager, ${KEPT.join(', ')})
      select zaak.id, changed.versie, changed.aanleiding,
        changed.has_aanvrager and (${aanvragerOf('zaak')}) is distinct from (${aanvragerOf('changed')}),
        ${KEPT.map((column) => `zaak.${column}`).join(', ')}
      from changed join zaak on zaak.id = any (array[changed.id])`,
  },
})

/** Gegevens verbeteren: of what or of whom the zaak is was registered wrongly. What it said is kept, with why. */
export const CHANGE_GEGEVENS = {
  soort: 'gegevenswijziging',
  auditnaam: 'gegevens_wijzigen',
  recht: 'behandelen',
  needs: [],
  rules: [
    {
      reason: 'bsn_invalid',
      title: 'No BSN',
      detail: 'bsn must pass the elfproef.',
      broken: ({ input: { initiator } }) =>
        initiator !== undefined && 'bsn' in initiator && !bsn.safeParse(initiator.bsn).success,
    },
    {
      reason: 'nothing_changed',
      title: 'Nothing changed',
      detail: 'The zaak says all of this already.',
      broken: ({ zaak, input }) => !changes(zaak, input),
    },
  ],
  next: () => ({}),
  also: ({ aanleiding, omschrijving, naam, initiator }) => ({
    statement: STATEMENT,
    row: {
      aanleiding,
      omschrijving,
      aanvrager_naam: naam,
      has_aanvrager: initiator !== undefined,
      ...numbersOf(initiator),
    },
  }),
  api: {
    segment: 'gegevenswijzigingen',
    scope: 'zaken.corrigeren',
    schema: gegevenswijzigingRequest,
    id: 'gegevensWijzigen',
    name: 'Gegevenswijziging',
    summary: 'Corrects the omschrijving, or of whom the zaak is',
    example: { versie: 2, aanleiding: 'Een cijfer van het BSN was fout.', initiator: { bsn: '999990342' } },
  },
} as const satisfies Act<Gegevenswijziging>

export function changeGegevens(ctx: ZaaksysteemContext, change: Gegevenswijziging) {
  return performHandeling(ctx, CHANGE_GEGEVENS, change)
}

type Aanvrager = Record<'aanvrager_bsn' | 'aanvrager_kvk' | 'aanvrager_vestiging', string | null>

function numbersOf(initiator: Gegevenswijziging['initiator']): Aanvrager {
  const {
    bsn = null,
    kvkNummer = null,
    vestigingsnummer = null,
  } = (initiator ?? {}) as Record<string, string | undefined>
  return { aanvrager_bsn: bsn, aanvrager_kvk: kvkNummer, aanvrager_vestiging: vestigingsnummer }
}

function changes(zaak: ZaakAtVersie, { omschrijving, naam, initiator }: Gegevenswijziging): boolean {
  const next = numbersOf(initiator)
  return (
    (omschrijving ?? zaak.omschrijving) !== zaak.omschrijving ||
    (naam ?? zaak.aanvragerNaam) !== zaak.aanvragerNaam ||
    (initiator !== undefined &&
      (next.aanvrager_bsn !== zaak.aanvragerBsn ||
        next.aanvrager_kvk !== zaak.aanvragerKvk ||
        next.aanvrager_vestiging !== zaak.aanvragerVestiging))
  )
}
