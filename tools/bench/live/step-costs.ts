import { parseEvent } from '#lib/content/parse-event.ts'
import type { ReceivedEvent } from '#lib/content/received-event.ts'
import { traceparentOf } from '#lib/platform/http/trace-context.ts'
import type { PublieksportaalContext } from '#lib/publieksportaal/context.ts'
import { acceptEvent } from '#lib/publieksportaal/inbox/accept-event.ts'
import { updateKnownZaken } from '#lib/publieksportaal/sync/update-known-zaken.ts'
import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import { findZaakResources } from '#lib/zaaksysteem/zaak/api/resource/find-zaak-resource.ts'
import { changeStatus } from '#lib/zaaksysteem/zaak/handelingen/status/change-status.ts'
import { cpuMs, postmasterPid } from '../../load/cpu.ts'

const PROOF = { credentialtype: 'JWT', kid: 'bench', bodySha256: 'bench' }
/** Higher than the sequences of delivered changes. */
const FIRST_SEQUENCE = 1_000_000_000
const TOGETHER = 20

type Systems = { zaaksysteem: ZaaksysteemContext; portal: PublieksportaalContext }

/**
 * Prints the cost of each step of a change at the portal and at the zaaksysteem that answers it, in CPU ms of
 * this process and of PostgreSQL: one after another, and twenty at once. HTTP and proof are left out; `bench
 * -- receiver` measures those. No other process may be active.
 *
 * @param options.zaken at versie 1, known to the portal; half of them are changed in each of the two ways
 */
export async function printStepCosts(
  systems: Systems,
  { zaken, change }: { zaken: string[]; change: { gezetDoor: { behandelaarId: string }; statustype: string } },
): Promise<void> {
  const half = zaken.length / 2
  const alone = await measureSteps(systems, { zaken: zaken.slice(0, half), change, together: 1 })
  const together = await measureSteps(systems, { zaken: zaken.slice(half), change, together: TOGETHER })
  console.log(`\nCPU ms of each step for one change${' '.repeat(14)}  alone   of ${TOGETHER} together`)
  for (const [index, { name, ms }] of alone.entries()) {
    console.log(name.padEnd(48) + ms.toFixed(2).padStart(7) + (together[index]?.ms.toFixed(2) ?? '').padStart(17))
  }
}

async function measureSteps(
  { zaaksysteem, portal }: Systems,
  options: { zaken: string[]; change: { gezetDoor: { behandelaarId: string }; statustype: string }; together: number },
) {
  const { zaken, change, together } = options
  const postgres = await postmasterPid(portal.pool)
  const groups = Array.from({ length: zaken.length / together }, (_, index) =>
    zaken.slice(index * together, (index + 1) * together),
  )
  const costs: { name: string; ms: number }[] = []
  async function measure(name: string, step: (group: string[]) => Promise<unknown>) {
    const used = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000 + cpuMs(postgres)
    const before = used()
    for (const group of groups) await step(group)
    costs.push({ name, ms: (used() - before) / zaken.length })
  }

  const events = new Map<string, ReceivedEvent>()
  for (const zaakId of zaken) {
    const set = { ...change, zaakId, versie: 1, toelichting: 'Wij bekijken uw aanvraag.' }
    const changed = await changeStatus(zaaksysteem, { ...set, traceparent: traceparentOf(null) })
    if (!changed.ok) throw new Error(changed.reason)
    const { body } = await zaaksysteem.db.gebeurtenis.findUniqueOrThrow({ where: { id: changed.gebeurtenisId } })
    const parsed = parseEvent({ ...JSON.parse(body as string), sequence: String(FIRST_SEQUENCE + events.size) })
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    events.set(zaakId, parsed.event)
  }
  const accept = (zaakId: string) => acceptEvent(portal, { event: events.get(zaakId) as ReceivedEvent, proof: PROOF })
  await measure('accept its event', (group) => Promise.all(group.map(accept)))
  await measure('answer the fetch of a zaak with a note', (group) => findZaakResources(zaaksysteem, group))
  const fetched = new Map((await findZaakResources(zaaksysteem, zaken)).map((zaak) => [zaak.uuid, zaak]))
  const store = (group: string[]) =>
    updateKnownZaken(
      portal,
      group.flatMap((uuid) => fetched.get(uuid) ?? []),
    )
  await measure('store the note', store)
  await measure('find that there is nothing new to store', store)
  return costs
}
