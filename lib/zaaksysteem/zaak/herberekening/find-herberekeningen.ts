import { validate } from 'uuid'
import type { ZaaksysteemContext } from '../../context.ts'
import type { ReasonOf } from '../handelingen/perform-handeling.ts'
import type { RECOMPUTE_TERMIJN } from './recompute-termijn.ts'

/** The reason why a zaak of a herberekening was refused, as in a bulkopdracht. */
export type HerberekenReden = ReasonOf<typeof RECOMPUTE_TERMIJN> | 'changed_meanwhile' | 'not_found' | 'failed'

/** Dates are `yyyy-mm-dd`. */
export type Herberekenregel = {
  zaakId: string
  identificatie: string
  streefdatumWas: string
  streefdatum: string
  fataleDatumWas: string
  fataleDatum: string
  uitkomst: 'gedaan' | 'geweigerd' | null
  redenen: HerberekenReden[]
}

export type Herberekening = {
  id: string
  /** null: all zaaktypen */
  zaaktype: string | null
  /** null: the version that each zaak has */
  naarVersie: number | null
  aangevraagdOp: Date
  doorNaam: string
  /** The number of open zaken examined, and the number of them with a date that changes. */
  gezocht: number
  gevonden: number
  /** The end of the search. */
  gevondenOp: Date | null
  gestartOp: Date | null
  klaarOp: Date | null
}

const MOST_SHOWN = 20

const SELECT = `
  select herberekening.id, zaaktype, naar_versie as "naarVersie", aangevraagd_op as "aangevraagdOp", naam as "doorNaam", gezocht,
    gevonden, gevonden_op as "gevondenOp", gestart_op as "gestartOp", klaar_op as "klaarOp"
  from herberekening join behandelaar on behandelaar.id = aangevraagd_door_id`

export async function findHerberekeningen({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<Herberekening[]> {
  return (
    await pool.query<Herberekening>(`${SELECT} order by aangevraagd_op desc, herberekening.id desc limit ${MOST_SHOWN}`)
  ).rows
}

const FIND_REGELS = `
  select zaak_id as "zaakId", identificatie, streefdatum_was::text as "streefdatumWas", streefdatum::text,
    fatale_datum_was::text as "fataleDatumWas", fatale_datum::text as "fataleDatum", uitkomst, redenen
  from herberekenregel where herberekening_id = $1 order by fatale_datum > fatale_datum_was desc, identificatie`

/**
 * Returns a herberekening with every zaak whose dates would change; zaken that get a later date come first.
 */
export async function findHerberekening(
  { pool }: Pick<ZaaksysteemContext, 'pool'>,
  id: string,
): Promise<(Herberekening & { regels: Herberekenregel[] }) | undefined> {
  if (!validate(id)) return undefined
  const [found] = (await pool.query<Herberekening>(`${SELECT} where herberekening.id = $1`, [id])).rows
  return found && { ...found, regels: (await pool.query<Herberekenregel>(FIND_REGELS, [id])).rows }
}
