import type { ZaaksysteemContext } from '#lib/zaaksysteem/context.ts'
import type { Prisma } from '#lib/zaaksysteem/generated/client.ts'
import type { Toestemming } from './request-toestemming.ts'

/**
 * The fields that make an abonnement actief. Earlier failures are cleared: they say nothing about the sink
 * now.
 */
export function activation(now: Date) {
  return {
    status: 'actief',
    statusSinds: now,
    statusreden: null,
    falendSinds: null,
    gewaarschuwdBij: 0,
    circuitOpenTot: null,
    circuitGeslotenOp: now,
  } as const
}

/** Makes the workers claim at once instead of at their next poll. */
export async function wakeWorkers(db: Prisma.TransactionClient): Promise<void> {
  await db.$executeRaw`select pg_notify('bezorging', '')`
}

type Ctx = Pick<ZaaksysteemContext, 'db' | 'clock'>

/**
 * The latest handshake of an abonnement, found by its callback. An older one is not found, so its outcome is
 * ignored.
 */
type Handshake = { callbackHash: string } & Pick<Prisma.AbonnementWhereInput, 'callbackTot'>

/**
 * Makes the abonnement of a handshake actief, unless it is gepauzeerd, and ends the handshake: its callback
 * works once.
 *
 * @returns true when there was such a handshake
 */
export async function recordToestemming(
  { db, clock }: Ctx,
  handshake: Handshake,
  rate: number | null,
): Promise<boolean> {
  const now = clock()
  const [activated, renewed] = await db.$transaction([
    db.abonnement.updateMany({
      where: { ...handshake, status: { notIn: ['actief', 'gepauzeerd'] } },
      data: activation(now),
    }),
    db.abonnement.updateMany({
      where: handshake,
      // A sink that gives its toestemming now no longer asks for a pause.
      data: {
        toegestaneRate: rate,
        bevestigdOp: now,
        foutcode: null,
        callbackHash: null,
        callbackTot: null,
        circuitOpenTot: null,
      },
    }),
  ])
  if (activated.count > 0) await wakeWorkers(db)
  return renewed.count > 0
}

/**
 * Records why a handshake gave no toestemming. An abonnement that waits for its first one becomes geweigerd.
 *
 * Once a sink has given its toestemming, only two responses withdraw it. A toestemming that names another
 * origin (`other_origin`) makes the abonnement geweigerd; 410 Gone makes it uitgeschakeld, as for a
 * bezorging. After any other outcome the abonnement keeps its status and rate. CloudEvents webhook section
 * 4.2 lets a sink refuse by omitting the headers. A proxy or a half-deployed release omits them too, and an
 * abonnement that is geweigerd loses events. Such a failure of an abonnement that is actief or gepauzeerd
 * raises a melding, once until its code changes.
 *
 * The callback stays valid in all cases.
 */
export async function recordWeigering(
  { db, clock }: Ctx,
  { callbackHash }: { callbackHash: string },
  reason: Extract<Toestemming, { ok: false }>['reason'],
): Promise<void> {
  await db.$executeRaw`
    with handshake as (
      select id, status, foutcode,
             case when status = 'wacht_op_toestemming' or ${reason} = 'other_origin' then 'geweigerd'
                  when status in ('actief', 'gepauzeerd') and ${reason} = 'gone' then 'uitgeschakeld'
                  else status end as next
      from abonnement where callback_hash = ${callbackHash}
      for no key update
    ), changed as (
      update abonnement
      set foutcode = ${reason}, status = next,
          status_sinds = case when next = handshake.status then status_sinds else ${clock()} end,
          statusreden = case when next = handshake.status then statusreden when next = 'uitgeschakeld' then 'gone' end
      from handshake where abonnement.id = handshake.id
    )
    insert into melding (id, abonnement_id, soort, gegeven, aangemaakt_op)
    select gen_random_uuid(), id, case next when 'uitgeschakeld' then 'uitgeschakeld' else 'handshake' end::melding_soort,
           ${reason}, ${clock()}
    from handshake
    where (status <> 'wacht_op_toestemming' and next <> status)
       or (status in ('actief', 'gepauzeerd') and foutcode is distinct from ${reason})`
}
