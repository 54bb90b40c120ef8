// Beside the client that is generated of the document, which clients.rules.ts compiles it with.
import { AbonnementenApi, BezorgingenApi, Configuration, HandelingenApi, ZakenApi } from './index'

type Setting = {
  baseUrl: string
  token: string
  sink: string
  askToestemming(abonnementId: string): Promise<unknown>
  deliver(receiver: { isTaken: boolean }): Promise<unknown>
}

/** A generated client registers, sets a status, reads it back, and has what was never taken sent again. */
export async function journey({ baseUrl, token, sink, askToestemming, deliver }: Setting) {
  const configuration = new Configuration({ basePath: baseUrl, accessToken: token })
  const bezorgingen = new BezorgingenApi(configuration)
  const zaken = new ZakenApi(configuration)

  const { id } = await new AbonnementenApi(configuration).abonnementRegistreren({
    abonnementRegistratie: {
      protocol: 'HTTP',
      sink,
      sinkcredential: { credentialtype: 'JWT' },
      config: { herhaalschema: [1] },
    },
  })
  await askToestemming(id)
  const { uuid, versie } = await zaken.zaakRegistreren({
    idempotencyKey: crypto.randomUUID(),
    registratie: {
      zaaktype: 'APV-STAND',
      omschrijving: 'Standplaats',
      initiator: { naam: 'J. de Vries', bsn: '999990342' },
    },
  })
  const begun = await zaken.zaakLezen({ uuid })
  await new HandelingenApi(configuration).statusZetten({
    uuid,
    idempotencyKey: crypto.randomUUID(),
    status: { versie, statustype: begun.zaaktype.statustypen[1]?.code ?? '' },
  })
  const read = await zaken.zaakLezen({ uuid })

  await deliver({ isTaken: false })
  const failed = await bezorgingen.bezorgingenLezen({ id, status: 'mislukt' })
  const [dead] = failed.bezorgingen
  await bezorgingen.bezorgingHerhalen({ id: dead?.id ?? '' })
  await deliver({ isTaken: true })
  const taken = await bezorgingen.bezorgingenLezen({ id, status: 'bezorgd' })
  return {
    versie: read.versie,
    statuses: [begun.status, read.status],
    begunOn: read.startdatum,
    dead: dead?.eventId,
    taken: taken.bezorgingen.map(({ eventId }) => eventId),
  }
}
