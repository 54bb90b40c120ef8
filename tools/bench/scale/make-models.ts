import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { storeZaak } from '#lib/publieksportaal/sync/store-zaak.ts'
import { distributeAndClaim } from '#lib/zaaksysteem/bezorging/claim/distribute-and-lease.ts'
import { recordPogingen } from '#lib/zaaksysteem/bezorging/record/record-pogingen.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { chosenResultaattypen, type Zaaktype } from '#lib/zaaksysteem/catalogus/zaaktype.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { findZaakResources } from '#lib/zaaksysteem/zaak/api/resource/find-zaak-resource.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { correctStatus } from '#lib/zaaksysteem/zaak/handelingen/status/correct-status.ts'
import { addNotitie } from '#lib/zaaksysteem/zaak/notitie/add-notitie.ts'
import { registerZaak } from '#lib/zaaksysteem/zaak/registratie/register-zaak.ts'
import { assignZaken } from '#lib/zaaksysteem/zaak/toewijzing/assign-zaken.ts'
import { expectDone } from '../../../prisma/seed/expect-done.ts'
import { BUITEN_BEHANDELING } from '../../../prisma/seed/plan-steps.ts'
import { acceptedPoging } from '../accepted-poging.ts'
import { addAbonnement } from '../add-abonnement.ts'
import { makeBsn } from '../make-bsn.ts'
import { EVENTS_PER_ZAAK } from './town.ts'

type Systems = { zaaksysteem: ZaaksysteemContext; portal: PublieksportaalContext }

/**
 * Makes of each zaaktype an open zaak at each status, and a closed one with each resultaat; all with as many
 * events, delivered, and stored in the portal. Leaves out those that need more than a status by law: an
 * ontwerpbesluit that lay ter inzage for six weeks (Awb 3:16), or an aanvulling that did not come (4:5).
 */
export async function makeModels({ zaaksysteem, portal }: Systems): Promise<void> {
  const [coordinator, colleague] = await Promise.all(
    ['coordinator', 'collega'].map((subject) =>
      zaaksysteem.db.behandelaar.create({ data: { subject, naam: subject, team: '', rollen: ['coordinator'] } }),
    ),
  )
  if (!coordinator || !colleague) throw new Error('unreachable')
  await addAbonnement(zaaksysteem, { sink: 'https://sink.test/webhooks' })
  const ids: string[] = []
  for (const zaaktype of await findZaaktypen(zaaksysteem)) {
    const open = zaaktype.statustypen.slice(1, -1).map((statustype) => ({ statustype: statustype.code }))
    const closed = chosenResultaattypen(zaaktype)
      .filter(({ code }) => code !== BUITEN_BEHANDELING)
      .map(({ code }) => ({ statustype: eindstatusOf(zaaktype), resultaat: code }))
    const required = zaaktype.statustypen.findIndex(({ verplicht }) => verplicht)
    const possible = required === -1 ? [...open, ...closed] : open.slice(0, required)
    for (const last of possible) ids.push(await makeZaak(last, zaaktype))
  }
  await deliver(zaaksysteem)
  for (const zaak of await findZaakResources(zaaksysteem, ids)) await storeZaak(portal, zaak)

  async function makeZaak(last: { statustype: string; resultaat?: string }, zaaktype: Zaaktype): Promise<string> {
    const door = { behandelaarId: (coordinator as { id: string }).id }
    const traceparent = traceparentOf(null)
    const naar = { behandelaar: { id: (colleague as { id: string }).id } }
    const registered = await registerZaak(zaaksysteem, {
      zaaktype: zaaktype.identificatie,
      omschrijving: 'Model',
      aanvrager: { naam: 'Model', bsn: makeBsn(ids.length) },
      traceparent,
    })
    const { id } = expectDone(registered)
    await assignZaken(zaaksysteem, { zaken: [{ id }], naar, door })
    await addNotitie(zaaksysteem, { zaakId: id, tekst: 'Gebeld: de tekening komt nog.', ...door })
    const act = { zaakId: id, gezetDoor: door, traceparent, toelichting: 'Wij kijken naar de tekeningen.' }
    const [, second] = zaaktype.statustypen
    for (let versie = 1; versie < EVENTS_PER_ZAAK - 1; versie += 2) {
      expectDone(await changeStatus(zaaksysteem, { ...act, versie, statustype: second?.code as string }))
      expectDone(await correctStatus(zaaksysteem, { ...act, versie: versie + 1 }))
    }
    expectDone(await changeStatus(zaaksysteem, { ...act, versie: EVENTS_PER_ZAAK - 1, ...last }))
    return id
  }
}

const eindstatusOf = ({ statustypen }: Zaaktype) => statustypen.at(-1)?.code as string

async function deliver(ctx: ZaaksysteemContext): Promise<void> {
  for (;;) {
    const { claimed } = await distributeAndClaim(ctx, { limit: 256 })
    if (claimed.length === 0) return
    await recordPogingen(
      ctx,
      claimed.map((bezorging) => acceptedPoging(bezorging, ctx.clock())),
    )
  }
}
