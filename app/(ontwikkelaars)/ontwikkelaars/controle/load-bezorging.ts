import { notFound } from 'next/navigation'
import type { Invoer } from '#lib/ontwikkelaars/berichtcontrole/read-invoer.ts'
import { findBezorgingDetail } from '#lib/zaaksysteem/balie/bezorgingen/find-bezorging-detail.ts'
import { sentBody } from '#lib/zaaksysteem/balie/bezorgingen/sent-body.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { EMPTY } from './empty-invoer.ts'

/** A request that we sent, as its receiver would paste it. For a beheerder only; a batch is not kept as one. */
export async function loadBezorging(options: {
  bezorging: string
  poging: string
}): Promise<{ sequence: number; invoer: Invoer }> {
  await requireBeheerder()
  const detail = await findBezorgingDetail(zaaksysteem(), options.bezorging)
  const poging = detail?.bezorgpogingen.find(({ nummer }) => String(nummer) === options.poging)
  if (!detail || !poging) notFound()
  const body = sentBody(detail, poging)
  if (body === undefined) notFound()
  const { requestHeaders, begonnenOp } = poging
  return {
    sequence: detail.sequence,
    invoer: {
      ...EMPTY,
      headers: Object.entries(requestHeaders)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
      body,
      sink: detail.sink,
      moment: begonnenOp.toISOString(),
    },
  }
}
