import { z } from 'zod'
import { bestandAnswer } from '#lib/contract/inzendingen.ts'
import { BESTANDSFOUTEN, type Bestandsfout } from '#lib/platform/bestand/bestandsfouten.ts'
import { FORMATEN } from '#lib/platform/bestand/formaten.ts'
import { jsonResponse, type Problems } from '#lib/platform/http/problem-json.ts'
import { operation } from '../../../api/operation.ts'
import { storeBestand } from '../../../bestand/store-bestand.ts'
import { ONBEKEND_PROBLEMS } from '../refusals.ts'

const OCTETS = 'application/octet-stream'

const STATUSES: Partial<Record<Bestandsfout, number>> = {
  bestand_too_large: 413,
  zaak_full: 409,
  type_not_allowed: 415,
  too_many_under_way: 429,
}

const AFTER_A_MINUTE = { headers: { 'Retry-After': '60' } }

const FOUT_PROBLEMS = Object.fromEntries(
  Object.entries(BESTANDSFOUTEN).map(([code, detail]) => [
    code,
    { status: STATUSES[code as Bestandsfout] ?? 400, detail },
  ]),
) as Record<Bestandsfout, { status: number; detail: string }> satisfies Problems

export const bestandSturen = operation({
  on: 'POST /zaken/{uuid}/bestanden',
  id: 'bestandSturen',
  tag: 'Documenten',
  summary: 'Upload the bytes of a document',
  description: `The body is raw bytes, so neither side has to hold them in memory. Nobody can read an upload until \`POST /zaken/{uuid}/documenten\` or an inzending makes it a document. An upload that is not used within a day is deleted. An upload by a client with the scope \`zaken.inzenden\` can be used by that client only. Allowed types: ${Object.keys(FORMATEN).join(', ')}.`,
  scope: 'zaken.documenten.toevoegen',
  orScope: 'zaken.inzenden',
  lane: 'bytes',
  content: { [OCTETS]: { schema: z.string().meta({ format: 'binary' }), example: 'Geachte heer of mevrouw, …' } },
  answers: {
    201: {
      description: 'The bytes are stored durably.',
      schema: bestandAnswer.meta({ id: 'Bestand' }),
      example: {
        bestand: '0199a3f0-1b2c-7e4d-a5f6-3b4c5d6e7f80',
        formaat: 'application/pdf',
        grootte: 48_213,
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      },
    },
  },
  problems: {
    ...ONBEKEND_PROBLEMS,
    ...FOUT_PROBLEMS,
    content_type_unsupported: { status: 415, detail: `Send ${OCTETS}.` },
  },
  async handle(ctx, { request, params: { uuid }, caller: { client, scopes, zaaktypen }, refuse }) {
    if (request.headers.get('Content-Type')?.trim().toLowerCase() !== OCTETS) return refuse('content_type_unsupported')
    const zaak = await ctx.db.zaak.findFirst({
      where: { id: uuid, ...(zaaktypen && { zaaktype: { in: [...zaaktypen] } }) },
      select: { id: true },
    })
    if (!zaak) return refuse('not_found')
    const bytes = (request.body ?? new Blob([]).stream()) as unknown as AsyncIterable<Uint8Array>
    const announced = request.headers.get('Content-Length')
    const stored = await storeBestand(ctx, {
      zaakId: uuid,
      naam: '',
      bytes,
      afzender: client,
      ...(scopes.includes('zaken.inzenden') && { inzender: client }),
      ...(announced && { grootte: Number(announced) }),
    })
    if (!stored.ok) return refuse(stored.reason, stored.reason === 'too_many_under_way' ? AFTER_A_MINUTE : {})
    const { id, formaat, grootte, sha256 } = stored.bestand
    return jsonResponse({ bestand: id, formaat, grootte, sha256 }, { status: 201 })
  },
})
