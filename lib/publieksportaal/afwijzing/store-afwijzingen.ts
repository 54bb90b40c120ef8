import type { PublieksportaalContext } from '../context.ts'
import type { AfwijzingRegel } from './find-afwijzingen.ts'

export type NieuweTelling = { minuut: Date; reden: string; bron: string; aantal: number; laatsteOp: Date }

/** Locks the counts in one order (`order by`), so that processes that write at the same moment cannot deadlock. */
const STORE = `
  with geteld as (
    insert into afwijzing_telling (minuut, reden, bron, aantal, laatste_op)
    select * from unnest($1::timestamptz[], $2::text[], $3::text[], $4::int[], $5::timestamptz[]) as nieuw(minuut, reden, bron)
    order by minuut, reden, bron
    on conflict (minuut, reden, bron) do update
      set aantal = afwijzing_telling.aantal + excluded.aantal,
          laatste_op = greatest(afwijzing_telling.laatste_op, excluded.laatste_op)
  )
  insert into afwijzing (id, tijdstip, geclaimde_bron, bewezen_bron, reden, code, http_status, grootte_bytes)
  select * from unnest($6::uuid[], $7::timestamptz[], $8::text[], $9::text[], $10::text[], $11::text[], $12::int[], $13::int[])`

/** Adds `tellingen` to the stored counts, and stores `afwijzingen` one by one. */
export async function storeAfwijzingen(
  { pool }: Pick<PublieksportaalContext, 'pool'>,
  { tellingen, afwijzingen }: { tellingen: NieuweTelling[]; afwijzingen: AfwijzingRegel[] },
): Promise<void> {
  await pool.query({
    name: 'store-afwijzingen',
    text: STORE,
    values: [
      tellingen.map(({ minuut }) => minuut),
      tellingen.map(({ reden }) => reden),
      tellingen.map(({ bron }) => bron),
      tellingen.map(({ aantal }) => aantal),
      tellingen.map(({ laatsteOp }) => laatsteOp),
      afwijzingen.map(({ id }) => id),
      afwijzingen.map(({ tijdstip }) => tijdstip),
      afwijzingen.map(({ geclaimdeBron }) => geclaimdeBron),
      afwijzingen.map(({ bewezenBron }) => bewezenBron),
      afwijzingen.map(({ reden }) => reden),
      afwijzingen.map(({ code }) => code),
      afwijzingen.map(({ httpStatus }) => httpStatus),
      afwijzingen.map(({ grootteBytes }) => grootteBytes),
    ],
  })
}
