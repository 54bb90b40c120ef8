import type { ZaaksysteemContext } from '../context.ts'
import type { Auditregel } from './find-auditregels.ts'
import { KANALEN, type Kanaal } from './kanaal.ts'

type KeyValue = { key: string; value: string }

/**
 * An auditregel in the form of the standard Logboek Dataverwerkingen (Logius), section "Component: Logboek".
 */
type Logregel = {
  /** 16 bytes in hex */
  trace_id: string
  /** 8 bytes in hex */
  span_id: string
  /** 1: OK. 0: UNSET, also for a refusal; 2 would be a server fault only. */
  status_code: 0 | 1
  name: string
  start_time: string
  end_time: string
  parent_span_id?: string
  resource: { attributes: KeyValue[] }
  attributes: KeyValue[]
}

export function toLogregel({ env }: Pick<ZaaksysteemContext, 'env'>, regel: Auditregel): Logregel {
  const { traceId, parentSpanId, uitkomst, tijdstip, begonnenOp, handeling } = regel
  return {
    trace_id: traceId,
    span_id: spanIdOf(regel),
    status_code: uitkomst === 'gelukt' ? 1 : 0,
    name: handeling,
    start_time: (begonnenOp ?? tijdstip).toISOString(),
    end_time: tijdstip.toISOString(),
    ...(parentSpanId && { parent_span_id: parentSpanId }),
    resource: { attributes: keyValues({ 'service.name': env.ZAAKSYSTEEM_SOURCE }) },
    attributes: keyValues(attributesOf(env, regel)),
  }
}

/** Returns the last half of the UUID, which is random except for two bits. */
export function spanIdOf({ id }: Pick<Auditregel, 'id'>): string {
  return id.replaceAll('-', '').slice(16)
}

function attributesOf(env: ZaaksysteemContext['env'], regel: Auditregel): Record<string, string | number | null> {
  const kanaal: Kanaal = KANALEN[regel.actorSoort]
  return {
    ...((regel.zaakId || regel.objectSoort === 'zaken') && {
      'dpl.core.processing_activity_id':
        env.ZAAKSYSTEEM_VERWERKINGSACTIVITEIT ?? `${env.ZAAKSYSTEEM_SOURCE}:verwerkingsactiviteit:zaakbehandeling`,
    }),
    ...(regel.betrokkene && {
      'dpl.core.data_subject_id': regel.betrokkene,
      'dpl.core.data_subject_id_type': 'BSN',
    }),
    'dpl.zaakbode.kanaal': kanaal,
    'dpl.zaakbode.actor_soort': regel.actorSoort,
    'dpl.zaakbode.actor': regel.actor,
    'dpl.zaakbode.zaak_id': regel.zaakId,
    'dpl.zaakbode.object_soort': regel.objectSoort,
    'dpl.zaakbode.object_id': regel.objectId,
    'dpl.zaakbode.aantal': regel.aantal,
    'dpl.zaakbode.uitkomst': regel.uitkomst,
    'dpl.zaakbode.wijzigingen': regel.wijzigingen && JSON.stringify(regel.wijzigingen),
  }
}

function keyValues(values: Record<string, string | number | null>): KeyValue[] {
  return Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [{ key, value: String(value) }]))
}
