import { dataschemaUrl } from '#lib/contract/beschrijving/event-schemas.ts'
import type { ZaaksysteemContext } from '../context.ts'

const TYPE = /"type":"([a-z.-]{1,100})"/

/**
 * Completes a stored event. Members that are equal for all events of a type are not stored with each, because
 * the WAL is the largest cost of an act.
 */
export function eventText({ env }: Pick<ZaaksysteemContext, 'env'>, stored: string): string {
  const [, type = ''] = TYPE.exec(stored) ?? []
  return `${stored.slice(0, -1)},"dataschema":"${dataschemaUrl(env.ZAAKSYSTEEM_URL, type)}"}`
}
