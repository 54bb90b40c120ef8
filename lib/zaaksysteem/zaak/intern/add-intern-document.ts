import { v7 } from 'uuid'
import type { z } from 'zod'
import type { internDocumentRequest } from '#lib/contract/handeling-requests.ts'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { leesbaarSql } from '../../bestand/scan/leesbaar.ts'
import { findZaaktypeOf } from '../../catalogus/find-zaaktypen.ts'
import { currentInformatieobjecttypen } from '../../catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '../../context.ts'
import { actorOf } from '../wijziging/compose-act.ts'
import { FIRST, findTypeOfZaak, type Intern, MAG, recorded, recordedValues } from './recorded.ts'

const add = (env: ZaaksysteemContext['env']) => `
  with kept as (
    select id, versie from zaak where ${MAG} and ${FIRST} for key share
  ), placed as (
    update bestand set status = 'geplaatst' from kept
    where bestand.id = $16::uuid and zaak_id = kept.id and status = 'opgeslagen'
      and coalesce(inzender = $4, inzender is null) and ${leesbaarSql(env)}
    returning bestand.id as bestand, zaak_id, versie
  ), added as (
    insert into document (id, zaak_id, versie, bestand_id, richting, titel, informatieobjecttype, datum,
      vertrouwelijkheidaanduiding, documentversie)
    select $17::uuid, zaak_id, versie, bestand, $18::richting, $19, $20, $21::date, $22::vertrouwelijkheidaanduiding, 1
    from placed
    returning id, zaak_id
  ), ${recorded('added', { ingetrokken: false, reden: 'null' })}`

type Wish = Intern & z.output<typeof internDocumentRequest>

type Broken =
  | 'bestand_unknown'
  | 'informatieobjecttype_unknown'
  | 'informatieobjecttype_uitgaand'
  | 'document_in_future'

type Added =
  | { ok: true; document: string }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'refused'; broken: Broken[] }

/** Makes a bestand a document that the aanvrager never reads. */
export async function addInternDocument(
  ctx: Pick<ZaaksysteemContext, 'env' | 'pool' | 'clock' | 'log' | 'once'>,
  wish: Wish,
): Promise<Added> {
  const zaak = await findTypeOfZaak(ctx, wish)
  if (!zaak) return { ok: false, reason: 'not_found' }
  const now = ctx.clock()
  const today = dateInAmsterdam(now)
  const { bestand, titel, informatieobjecttype, datum = today, vertrouwelijkheidaanduiding = 'vertrouwelijk' } = wish
  const soorten = currentInformatieobjecttypen(await findZaaktypeOf(ctx, zaak))
  const type = soorten.find(({ code }) => code === informatieobjecttype)
  const broken: Broken[] = []
  if (!type) broken.push('informatieobjecttype_unknown')
  if (type?.richting === 'uitgaand') broken.push('informatieobjecttype_uitgaand')
  if (datum > today) broken.push('document_in_future')
  if (!type || broken.length > 0) return { ok: false, reason: 'refused', broken }

  const handeling = 'intern_document_toevoegen'
  const id = v7({ msecs: now.getTime() })
  const document = [bestand, id, type.richting, titel, informatieobjecttype, datum, vertrouwelijkheidaanduiding]
  const values = [...(await recordedValues(ctx, { ...wish, handeling, now })), ...document]
  const { rowCount } = await ctx.pool.query(add(ctx.env), values)
  if (rowCount === 0) return { ok: false, reason: 'refused', broken: ['bestand_unknown'] }
  ctx.log.info({ ...actorOf(wish.door), handeling, zaakId: wish.zaakId }, 'Handeling')
  return { ok: true, document: id }
}
