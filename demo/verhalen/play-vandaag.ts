import { HOUR_MS, SECOND_MS } from '#lib/platform/durations.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import { sendInzendingen } from '#lib/publieksportaal/inzending/send-inzendingen.ts'
import { askVraag, reportAanvullingen, requestIntrekking } from '#lib/publieksportaal/inzending/submit-inzending.ts'
import { toZaakVanBurger, WITH_TIJDLIJN } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { declineIntrekking } from '#lib/zaaksysteem/zaak/handelingen/intrekking/decline-intrekking.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import type { Vandaag, VerhaalZaak } from '../../prisma/seed/verhalen/verhaal.ts'
import { VERHALEN } from '../../prisma/seed/verhalen/verhalen.ts'
import { DEMO_BURGERS } from '../stage/demo-burgers.ts'
import type { Both } from './with-both-systems.ts'

const POLL_MS = 50
const MOST_POLLS = (5 * SECOND_MS) / POLL_MS

/**
 * Plays the parts of the stories that need both systems, once the portal has all zaken: inzendingen of
 * citizens and changes of today. Each zaak is changed once, and only while nothing else has happened to it.
 */
export async function playVandaag(both: Both): Promise<void> {
  for (const { burger, zaken } of VERHALEN) {
    const bsn = DEMO_BURGERS.find(({ id }) => id === burger)?.bsn ?? ''
    for (const zaak of zaken) if (zaak.vandaag) await play(both, { bsn, zaak, vandaag: zaak.vandaag })
  }
}

async function play(
  { zaaksysteem, portal }: Both,
  { bsn, zaak, vandaag }: { bsn: string; zaak: VerhaalZaak; vandaag: Vandaag },
): Promise<void> {
  const untouched = { aanvragerBsn: bsn, omschrijving: zaak.omschrijving, versie: versieOf(zaak) }
  const found = await zaaksysteem.db.zaak.findFirst({ where: untouched })
  if (!found?.behandelaarId) return
  const { id, versie, behandelaarId } = found
  const row = await portal.db.zaak.findUnique({ where: { id }, include: { ...WITH_TIJDLIJN, inzendingen: true } })
  if (!row || row.inzendingen.length > 0) return
  const said = { burgerId: row.burgerId, gemachtigdeId: null, zaakId: id, versie: row.versie }
  const act = { zaakId: id, versie, gezetDoor: { behandelaarId }, traceparent: traceparentOf(null) }
  switch (vandaag.soort) {
    case 'statuswijziging':
      await changeStatus(zaaksysteem, { ...act, ...vandaag })
      break
    case 'aanvulling_melden': {
      const asked = toZaakVanBurger(row).aanvullingen.flatMap((aanvulling) => aanvulling.id ?? [])
      // past the bedenktijd, so that the inzending is forwarded at once
      const earlier = { ...portal, clock: () => new Date(portal.clock().getTime() - HOUR_MS) }
      await reportAanvullingen(earlier, { ...said, aanvullingen: asked.slice(0, vandaag.aantal) })
      await sendInzendingen(portal)
      break
    }
    case 'vraag_stellen':
      await askVraag(portal, { ...said, tekst: vandaag.tekst })
      await sendInzendingen(portal)
      break
    case 'intrekking_vragen':
      await requestIntrekking(portal, said)
      await sendInzendingen(portal)
      if (vandaag.afgewezen) await decline(zaaksysteem, { ...act, toelichting: vandaag.afgewezen })
  }
}

/** Its versie after the seed. */
function versieOf({ stappen = [] }: VerhaalZaak): number {
  return 1 + stappen.length
}

/** The portal's own process may have forwarded the inzending already. */
async function decline(zaaksysteem: ZaaksysteemContext, act: Parameters<typeof declineIntrekking>[1]): Promise<void> {
  for (let polls = 0; polls < MOST_POLLS; polls++) {
    if ((await declineIntrekking(zaaksysteem, act)).ok) return
    await zaaksysteem.wait(POLL_MS)
  }
}
