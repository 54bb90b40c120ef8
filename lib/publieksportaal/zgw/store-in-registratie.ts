import { z } from 'zod'
import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { type Registratie, RegistratieError, readPages, readRegistratie } from './call-registratie.ts'
import { findZgwZaak, readSoorten } from './zgw-zaak.ts'

const TIMEOUT_MS = 10_000

/** The addresses under which the registratie stores a file: its zaak and its informatieobjecttype. */
export type Inkomend = { zaak: string; informatieobjecttype: string }

type Bestand = {
  /** its identificatie in the registratie, which makes retries idempotent */
  id: string
  naam: string
  formaat: string
  grootte: number
  /** in hex */
  sha256: string
  ontvangenOp: Date
  bytes: () => AsyncIterable<Uint8Array>
}

const documentSchema = z.object({ url: z.string(), identificatie: z.string(), bestandsomvang: z.int().nullish() })
const relatieSchema = z.object({ zaak: z.string(), informatieobject: z.string() })

/**
 * Returns where in the registratie a file from an aanvrager goes. `undefined` when the registratie lacks the
 * zaak, or its zaaktype has no inkomend soort; the file then goes to the zaaksysteem. Throws when the
 * registratie does not answer.
 */
export async function findInkomend(ctx: Registratie, identificatie: string): Promise<Inkomend | undefined> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  const zaak = await findZgwZaak(ctx, { identificatie, signal })
  if (!zaak) return undefined
  const [soort] = (await readSoorten(ctx, { zaak, signal }))
    .filter(({ richting }) => richting === 'inkomend')
    .sort((one, other) => one.volgnummer - other.volgnummer)
  return soort && { zaak: zaak.url, informatieobjecttype: soort.informatieobjecttype }
}

/**
 * Stores a bestand in the registratie and relates it to the zaak. One request carries all bytes, so that
 * nothing is stored by half. A retry continues from what an interrupted attempt stored. Throws when it fails.
 */
export async function storeInRegistratie(
  ctx: Registratie,
  inkomend: Inkomend,
  { bestand, signal }: { bestand: Bestand; signal: AbortSignal },
): Promise<void> {
  const { zaak } = inkomend
  const document =
    (await findDocument(ctx, bestand, signal)) ?? (await makeDocument(ctx, inkomend, { bestand, signal }))
  if (document.bestandsomvang !== bestand.grootte) throw new RegistratieError({ api: 'DOCUMENTEN' }, 'other_bytes')
  const informatieobject = document.url
  const call = { api: 'ZAKEN', path: '/zaakinformatieobjecten', signal } as const
  const relaties = await readRegistratie(ctx, { ...call, query: { zaak, informatieobject } }, z.array(relatieSchema))
  if (relaties.some((relatie) => relatie.zaak === zaak && relatie.informatieobject === informatieobject)) return
  await readRegistratie(ctx, { ...call, body: { zaak, informatieobject } }, relatieSchema)
}

async function findDocument(ctx: Registratie, { id }: Bestand, signal: AbortSignal) {
  const query = { identificatie: id, bronorganisatie: ctx.env.PUBLIEKSPORTAAL_ZGW_BRONORGANISATIE ?? '' }
  const call = { api: 'DOCUMENTEN', path: '/enkelvoudiginformatieobjecten', query, signal } as const
  return (await readPages(ctx, call, documentSchema)).find(({ identificatie }) => identificatie === id)
}

function makeDocument(
  ctx: Registratie,
  { informatieobjecttype }: Inkomend,
  { bestand, signal }: { bestand: Bestand; signal: AbortSignal },
) {
  const { id, naam, formaat, grootte, sha256, ontvangenOp, bytes } = bestand
  const datum = dateInAmsterdam(ontvangenOp)
  const fields = {
    identificatie: id,
    bronorganisatie: ctx.env.PUBLIEKSPORTAAL_ZGW_BRONORGANISATIE,
    creatiedatum: datum,
    ontvangstdatum: datum,
    titel: naam,
    auteur: 'Aanvrager',
    status: 'definitief',
    vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
    formaat,
    taal: 'dut',
    bestandsnaam: naam,
    bestandsomvang: grootte,
    integriteit: { algoritme: 'sha_256', waarde: sha256, datum },
    informatieobjecttype,
  }
  const head = `${JSON.stringify(fields).slice(0, -1)},"inhoud":"`
  const body = { bytes: withInhoud(head, bytes()), length: Buffer.byteLength(head) + Math.ceil(grootte / 3) * 4 + 2 }
  return readRegistratie(
    ctx,
    { api: 'DOCUMENTEN', path: '/enkelvoudiginformatieobjecten', body, signal },
    documentSchema,
  )
}

/** Yields `head`, the bytes in base64 as they are read, and the end of the JSON object. */
async function* withInhoud(head: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(head)
  let rest = Buffer.alloc(0)
  for await (const chunk of bytes) {
    const all = Buffer.concat([rest, chunk])
    const whole = all.length - (all.length % 3)
    yield Buffer.from(all.toString('base64', 0, whole))
    rest = all.subarray(whole)
  }
  yield Buffer.from(`${rest.toString('base64')}"}`)
}
