import type { ZaaksysteemContext } from '../../context.ts'
import { actorOf } from '../wijziging/compose-act.ts'
import { FIRST, findTypeOfZaak, type Intern, MAG, recorded, recordedValues } from './recorded.ts'

const WITHDRAW = `
  with kept as (
    select document.id, zaak.versie from document join zaak on zaak.id = document.zaak_id
    where document.id = $16::uuid and zichtbaar_vanaf is null and vervallen_versie is null and ${MAG} and ${FIRST}
    for update of document
  ), withdrawn as (
    update document set vervallen_versie = kept.versie from kept where document.id = kept.id
    returning document.id, document.zaak_id
  ), ${recorded('withdrawn', { ingetrokken: true, reden: '$17' })}`

type Withdrawal = Intern & { document: string; reden: string }

type Withdrawn =
  | { ok: true; document: string }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'refused'; broken: ['document_unknown'] }

/** Withdraws a document that the aanvrager does not read, also one that he sent. It stays in the zaak. */
export async function withdrawInternDocument(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log' | 'once'>,
  withdrawal: Withdrawal,
): Promise<Withdrawn> {
  if (!(await findTypeOfZaak(ctx, withdrawal))) return { ok: false, reason: 'not_found' }
  const { document, reden, door, zaakId } = withdrawal
  const handeling = 'intern_document_intrekken'
  const values = [...(await recordedValues(ctx, { ...withdrawal, handeling, now: ctx.clock() })), document, reden]
  const { rowCount } = await ctx.pool.query(WITHDRAW, values)
  if (rowCount === 0) return { ok: false, reason: 'refused', broken: ['document_unknown'] }
  ctx.log.info({ ...actorOf(door), handeling, zaakId }, 'Handeling')
  return { ok: true, document }
}
