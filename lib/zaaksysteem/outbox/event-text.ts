import { dataschemaUrl } from '#lib/contract/beschrijving/event-schemas.ts'
import type { ZaaksysteemContext } from '../context.ts'

const TYPE = /"type":"([a-z.-]{1,100})"/

/**
 * An event as everybody gets it, from what is stored of it. What all events of a type have the same is not stored with each:
 * what an act writes ahead is its dearest part.
 */
export function eventText({ env }: Pick<ZaaksysteemContext, 'env'>, stored: string): string {
  const [, type = ''] = TYPE.exec(stored) ?? []
  return `${stored.slice(0, -1)},"dataschema":"${dataschemaUrl(env.ZAAKSYSTEEM_URL, type)}"}`
}
