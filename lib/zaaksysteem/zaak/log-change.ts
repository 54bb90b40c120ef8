import type { ZaaksysteemContext } from '../context.ts'
import type { Changed, GezetDoor } from './apply-change.ts'

/** Logs a change of a zaak, once it has committed, with who made it; its history holds the same. */
export function logChange(
  { log }: Pick<ZaaksysteemContext, 'log'>,
  {
    handeling,
    zaakId,
    behandelaarId,
    client,
  }: { handeling: 'status_zetten' | 'zaak_heropenen'; zaakId: string } & GezetDoor,
  { gebeurtenisId }: Changed,
): void {
  const actorSoort = client === undefined ? 'behandelaar' : 'api_client'
  log.info({ actorSoort, actor: client ?? behandelaarId, handeling, zaakId, eventId: gebeurtenisId }, 'Handeling')
}
